"""`llmpath next` as text."""

from llmpath.render.paper import Paper, Piece, Row
from llmpath.render.text import pieces
from llmpath.views.upcoming import NextView, UpcomingView

_ROOM_FOR_COLUMNS = 70


def draw(view: NextView, paper: Paper) -> None:
    """Draw a row for each thing: what it is called, how long it is, why it is next."""
    if not view.next:
        paper.line(
            f"No {view.kind} is left." if view.kind else "Nothing is left: all of it is done or skipped."
        )
    if paper.width is None or paper.width >= _ROOM_FOR_COLUMNS:
        paper.table([_row(node) for node in view.next], ["left", "grow", "right", "left"])
        return
    for node in view.next:
        number, title, length, why = _row(node)
        paper.line(number, " ", title, " ", length, f" {paper.glyphs.dot} ", why)


def _row(node: UpcomingView) -> Row:
    called = " ".join(part for part in (node.number, node.id) if part)
    return [
        Piece(called, "number"),
        Piece(node.title, "title", link=node.resume_url),
        pieces.length(node),
        Piece(node.why, "dim"),
    ]
