"""`llmpath next` as text."""

from llmpath.domain.durations import clock
from llmpath.render import words
from llmpath.render.paper import Fragment, Paper, Row
from llmpath.render.text import fragments
from llmpath.views.upcoming import NextView, PointView, UpcomingView

_ROOM_FOR_COLUMNS = 70
_INDENT = Fragment("  ")


def draw(view: NextView, paper: Paper) -> None:
    """Draw each thing: what it is called, how long it is, why it is next; or the pieces that fit."""
    if view.for_seconds is not None and (view.next or view.shortest):
        _draw_packed(view, view.for_seconds, paper)
        return
    if not view.next:
        paper.line(words.sentence(view.nothing))
    rows = [_row(thing) for thing in view.next]
    if paper.width is None:
        paper.table(rows, ["left", "grow", "right", "left"])
    elif _has_room(paper):
        under = [
            [[number, title, length], [Fragment(""), why, Fragment("")]]
            for number, title, length, why in rows
        ]
        paper.table([row for both in under for row in both], ["left", "grow", "right"])
    else:
        for number, title, length, why in rows:
            paper.line(number)
            paper.hanging([_INDENT], title._replace(style=""))
            known = [fragment.text for fragment in (length, why) if fragment.text != "-"]
            paper.hanging([_INDENT], why._replace(text=paper.glyphs.between.join(known)))


def draw_short(view: NextView, paper: Paper) -> None:
    """Draw where to go on in one line without colour, for prompts."""
    draw_point(view.point, paper)


def draw_point(point: PointView | None, paper: Paper) -> None:
    """Draw where one goes on: number, id and moment; nothing where nothing is left."""
    if point is not None:
        second = [] if point.second is None else [clock(point.second)]
        paper.table([[Fragment(" ".join([point.number, point.id, *second]))]], ["left"])


def _draw_packed(view: NextView, for_seconds: int, paper: Paper) -> None:
    """Draw a row for each piece and what they leave over, or what would have been the shortest one."""
    time = words.duration(for_seconds)
    if view.shortest is not None:
        title = f"{_called(view.shortest)}, {view.shortest.node.title}"
        paper.line(
            f"Nothing fits into {time}. The shortest piece: {title}, {fragments.time_left(view.shortest)}"
        )
        return
    rows: list[Row] = [
        [
            Fragment(_called(piece) if _has_room(paper) else piece.node.number or "", "number"),
            Fragment(piece.node.title, "title", link=piece.node.resume_url),
            Fragment(fragments.time_left(piece), "dim"),
        ]
        for piece in view.next
    ]
    paper.table(rows, ["left", "grow", "right"])
    estimated = any(piece.left_estimated for piece in view.next)
    left_over = words.duration(view.left_over, estimated=estimated) if view.left_over else "nothing"
    paper.line(f"{time}: {words.count(len(view.next), 'piece')}, {left_over} left over")


def _has_room(paper: Paper) -> bool:
    return paper.width is None or paper.width >= _ROOM_FOR_COLUMNS


def _row(thing: UpcomingView) -> Row:
    return [
        Fragment(_called(thing), "number"),
        Fragment(thing.node.title, "title", link=thing.node.resume_url),
        fragments.length(thing.node),
        Fragment(thing.why, "dim"),
    ]


def _called(thing: UpcomingView) -> str:
    return fragments.called(thing.node.number, thing.node.id)
