"""`llmpath` alone, as text."""

from llmpath.domain.durations import clock
from llmpath.render import words
from llmpath.render.paper import Fragment, Paper, Row
from llmpath.render.text import fragments
from llmpath.views.dashboard import DashboardView, LeftView, RestartView, WhereView
from llmpath.views.node import NodeView
from llmpath.views.note import NoteView
from llmpath.views.upcoming import UpcomingView

_LABEL = 11
_ROOM_FOR_COLUMNS = 60
_NOTHING: Row = [Fragment(""), Fragment(""), Fragment("")]


def draw(view: DashboardView, paper: Paper) -> None:
    """Draw where the learner is: what to go on with first, then what is next, then the week."""
    paper.line(
        Fragment(view.curriculum.title, "title"),
        Fragment(f"  {fragments.summary(paper, view.totals)}", "dim"),
    )
    if view.is_new:
        _draw_welcome(view, paper)
        return
    paper.line("")
    if view.restart:
        _draw_restart(view.restart, paper)
    things: list[Row] = []
    if view.continue_:
        is_told_of_chapter = view.where is not None and view.where.chapter is not None
        left = Fragment("") if is_told_of_chapter and not _has_room(paper) else _left(view.left)
        things.append(_thing("continue", view.continue_, left))
    if view.where:
        things.append(_where(view.where))
    if view.next:
        things.append(_thing("next", view.next, fragments.length(view.next)))
    if not things:
        is_empty = not view.totals.resources
        paper.line("There is nothing in it yet." if is_empty else "All of it is done or skipped.")
        paper.line("")
    week = "nothing yet"
    if view.week.days:
        learned = words.duration(view.week.seconds, estimated=view.week.estimated)
        week = f"{learned} on {words.count(view.week.days, 'day')}"
    rows = [*things, _NOTHING, _said("this week", week)] if things else [_said("this week", week)]
    _draw_rows(rows, paper)
    thing = view.continue_ or view.next
    if thing:
        paper.line(Fragment(f"{'go on':<{_LABEL}}", "dim"), _command("llmpath open", thing))


def _draw_welcome(view: DashboardView, paper: Paper) -> None:
    paper.line("")
    paper.line("llmpath keeps your place in lectures, playlists and courses, to the second.")
    paper.line("")
    rows = [_said("see all", "llmpath list")]
    if view.next:
        rows = [
            _thing("first", view.next, fragments.length(view.next)),
            _NOTHING,
            _said("begin", "llmpath open"),
            *rows,
        ]
    _draw_rows(rows, paper)


def _draw_restart(restart: RestartView, paper: Paper) -> None:
    """Draw how long one was away, what was last, and a short piece to begin again with."""
    paper.line(f"Welcome back after {words.count(restart.days, 'day')}.")
    rows: list[Row] = []
    if restart.last:
        name = f"{restart.last.number or ''} {restart.last.title}"
        rows.append([Fragment("last time", "dim"), Fragment(name)])
    if restart.note:
        rows.append([Fragment("last note", "dim"), Fragment(_note(restart.note))])
    if restart.piece and _has_room(paper):
        node = restart.piece.node
        named = f"{_warm_up(restart.piece, restart.ref)}{paper.glyphs.between}{node.number} {node.title}"
        rows.append([Fragment("warm up", "dim"), Fragment(named, link=node.resume_url)])
    paper.table(rows, ["left", "grow"])
    if restart.piece and not _has_room(paper):
        paper.hanging([Fragment("warm up    ", "dim")], _warm_up(restart.piece, restart.ref))
    paper.line("")


def _warm_up(piece: UpcomingView, ref: str) -> str:
    """Return the command that begins with a piece, and how long that takes."""
    return f"{_command(f'llmpath open {ref}', piece.node)} ({fragments.time_left(piece)})"


def _note(note: NoteView) -> str:
    at = "" if note.moment is None else f"@{clock(note.moment)}"
    return f"{fragments.called(note.number, note.node_id) or note.title}{at}: {note.text}"


def _command(opening: str, node: NodeView) -> str:
    """Return the command to go on with a thing; one without a link can only be marked."""
    return opening if node.resume_url else f"llmpath mark done {node.id}"


def _has_room(paper: Paper) -> bool:
    return paper.width is None or paper.width >= _ROOM_FOR_COLUMNS


def _draw_rows(rows: list[Row], paper: Paper) -> None:
    """Draw rows in columns, or as paragraphs where a column would cut them to a few letters."""
    if _has_room(paper):
        paper.table(rows, ["left", "grow", "right"])
        return
    for row in rows:
        label, thing, length = row
        if row is _NOTHING:
            paper.line("")
            continue
        after = f" ({length.text})" if length.text.strip("-") else ""
        head = label._replace(text=f"{label.text:<{_LABEL}}")
        paper.hanging([head], thing._replace(text=f"{thing.text}{after}"))


def _said(word: str, text: str) -> Row:
    return [Fragment(word, "dim"), Fragment(text), Fragment("")]


def _left(left: LeftView | None) -> Fragment:
    text = f"{words.duration(left.seconds, estimated=left.estimated)} left" if left and left.seconds else ""
    return Fragment(text, "dim")


def _thing(word: str, node: NodeView, length: Fragment) -> Row:
    return [
        Fragment(word, "dim"),
        Fragment(f"{fragments.names(node.number, node.id)}{node.title}", link=node.resume_url),
        length,
    ]


def _where(where: WhereView) -> Row:
    if where.chapter is None:
        return [Fragment(""), Fragment(f"at {clock(where.second)}", "dim"), Fragment("")]
    at = f"at {clock(where.second)}, {where.chapter.number} {where.chapter.title}"
    return [Fragment(""), Fragment(at, "dim"), _left(where.left)]
