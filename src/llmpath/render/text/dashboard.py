"""`llmpath` alone, as text."""

from llmpath.domain.durations import clock
from llmpath.render import words
from llmpath.render.paper import Paper, Piece
from llmpath.render.text import pieces
from llmpath.views.dashboard import DashboardView, WhereView
from llmpath.views.node import NodeView


def draw(view: DashboardView, paper: Paper) -> None:
    """Draw where the learner is: what to go on with first, then what is next, then the week."""
    paper.line(Piece(view.curriculum.title, "title"), Piece(f"  {pieces.summary(paper, view.totals)}", "dim"))
    if view.is_new:
        _draw_welcome(view, paper)
        return
    paper.line("")
    if view.continue_:
        _draw_thing("continue", view.continue_, paper)
        if view.where:
            paper.line(Piece(" " * 10), Piece(_where(view.where), "dim"))
    if view.next:
        _draw_thing("next", view.next, paper)
    if not view.continue_ and not view.next:
        paper.line("All of it is done or skipped.")
    paper.line("")
    week = "nothing yet"
    if view.week.days:
        week = f"{words.duration(view.week.seconds)} on {words.count(view.week.days, 'day')}"
    paper.line(Piece("this week ", "dim"), week)
    if view.continue_ or view.next:
        paper.line(Piece("go on with ", "dim"), "llmpath open")


def _draw_welcome(view: DashboardView, paper: Paper) -> None:
    paper.line("")
    paper.line("llmpath keeps your place in lectures, playlists and courses, to the second.")
    if view.next:
        _draw_thing("first", view.next, paper)
        paper.line("")
        paper.line(Piece("begin with ", "dim"), "llmpath open next")
    paper.line(Piece("see it all with ", "dim"), "llmpath list")


def _draw_thing(word: str, node: NodeView, paper: Paper) -> None:
    length = f" ({words.duration(node.seconds)})" if node.seconds is not None else ""
    paper.line(
        Piece(f"{word:<10}", "dim"),
        Piece(f"{node.number} {node.id}, ", "number"),
        Piece(node.title, link=node.resume_url),
        Piece(length, "dim"),
    )


def _where(where: WhereView) -> str:
    left = f", {words.duration(where.seconds_left)} left in it" if where.seconds_left is not None else ""
    if where.chapter is None:
        return f"at {clock(where.second)}{left}"
    return f"at {clock(where.second)}, {where.chapter.number} {where.chapter.title}{left}"
