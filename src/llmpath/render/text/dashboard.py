"""`llmpath` alone, as text."""

from llmpath.domain.durations import clock
from llmpath.render import words
from llmpath.render.paper import Paper, Piece, Row
from llmpath.render.text import pieces
from llmpath.views.dashboard import DashboardView, RestartView, WhereView
from llmpath.views.node import NodeView

_LABEL = 10
_ROOM_FOR_COLUMNS = 60


def draw(view: DashboardView, paper: Paper) -> None:
    """Draw where the learner is: what to go on with first, then what is next, then the week."""
    paper.line(Piece(view.curriculum.title, "title"), Piece(f"  {pieces.summary(paper, view.totals)}", "dim"))
    if view.is_new:
        _draw_welcome(view, paper)
        return
    paper.line("")
    if view.restart:
        _draw_restart(view.restart, paper)
    rows: list[Row] = []
    if view.continue_:
        rows.append(_thing("continue", view.continue_))
    if view.where:
        rows.append(_where(view.where))
    if view.next:
        rows.append(_thing("next", view.next))
    if not rows:
        is_empty = not view.totals.resources
        paper.line("There is nothing in it yet." if is_empty else "All of it is done or skipped.")
    _draw_rows(rows, paper)
    paper.line("")
    week = "nothing yet"
    if view.week.days:
        week = f"{words.duration(view.week.seconds)} on {words.count(view.week.days, 'day')}"
    paper.line(Piece("this week   ", "dim"), week)
    thing = view.continue_ or view.next
    if thing:
        command = "llmpath open" if thing.resume_url else f"llmpath mark done {thing.id}"
        paper.line(Piece("go on with  ", "dim"), command)


def _draw_welcome(view: DashboardView, paper: Paper) -> None:
    paper.line("")
    paper.line("llmpath keeps your place in lectures, playlists and courses, to the second.")
    paper.line("")
    if view.next:
        _draw_rows([_thing("first", view.next)], paper)
        paper.line("")
        paper.line(Piece("begin with       ", "dim"), "llmpath open")
    paper.line(Piece("see it all with  ", "dim"), "llmpath list")


def _draw_restart(restart: RestartView, paper: Paper) -> None:
    """Draw how long one was away, the last note, and a short piece to begin again with."""
    paper.line(f"Welcome back after {words.count(restart.days, 'day')}.")
    if restart.last:
        name = f"{restart.last.number or ''} {restart.last.title}".strip()
        paper.hanging([Piece(f"{'last time':<{_LABEL + 2}}", "dim")], name)
    if restart.note:
        paper.hanging([Piece(f"{'last note':<{_LABEL + 2}}", "dim")], restart.note)
    if restart.piece:
        name = f"{restart.piece.number} {restart.piece.title} ({words.duration(restart.seconds)})"
        paper.hanging([Piece(f"{'warm up':<{_LABEL + 2}}", "dim")], name)
    paper.line("")


def _draw_rows(rows: list[Row], paper: Paper) -> None:
    """Draw rows in columns, or as paragraphs where a column would cut them to a few letters."""
    if paper.width is None or paper.width >= _ROOM_FOR_COLUMNS:
        paper.table(rows, ["left", "grow", "right"])
        return
    for label, thing, length in rows:
        paper.line(label, thing, f" ({length.text})" if length.text != "-" else "")


def _thing(word: str, node: NodeView) -> Row:
    return [
        Piece(f"{word:<{_LABEL}}", "dim"),
        Piece(f"{pieces.names(node.number, node.id)}{node.title}", link=node.resume_url),
        pieces.length(node),
    ]


def _where(where: WhereView) -> Row:
    chapter = f", {where.chapter.number} {where.chapter.title}" if where.chapter else ""
    left = f"{words.duration(where.seconds_left)} left" if where.seconds_left is not None else ""
    return [Piece(""), Piece(f"at {clock(where.second)}{chapter}", "dim"), Piece(left, "dim")]
