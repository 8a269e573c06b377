"""`llmpath next` as text."""

from llmpath.render import words
from llmpath.render.paper import Paper, Piece
from llmpath.views.upcoming import NextView, UpcomingView


def draw(view: NextView, paper: Paper) -> None:
    """Draw a line for each thing: what it is called, how long it is, why it is next."""
    if not view.next:
        paper.line(
            f"No {view.kind} is left." if view.kind else "Nothing is left: all of it is done or skipped."
        )
    for node in view.next:
        paper.line(*_line(node, paper))


def _line(node: UpcomingView, paper: Paper) -> list[Piece]:
    title = Piece(node.title, "title", link=node.resume_url)
    length = f" ({words.duration(node.seconds)})" if node.seconds is not None else ""
    called = f"{node.number} {node.id} " if node.number else ""
    return [
        Piece(called, "number"),
        title,
        Piece(length, "dim"),
        Piece(f" {paper.glyphs.dot} {node.why}", "dim"),
    ]
