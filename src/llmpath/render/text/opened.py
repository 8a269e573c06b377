"""What `llmpath open` did, as text."""

from llmpath.domain.durations import clock
from llmpath.render.paper import Paper, Piece
from llmpath.render.text import pieces
from llmpath.views.opened import LinkView, OpenView


def draw(view: OpenView, paper: Paper) -> None:
    """Draw a receipt for each link; where nothing was opened the links stand alone, to be taken on."""
    for link in view.links:
        if view.opened:
            paper.line(Piece("opened: ", "doing"), *_receipt(link))
        else:
            paper.line(Piece(link.url, "link", link=link.url))
    if view.opened and view.recorded:
        paper.line(Piece("take it back with: llmpath undo", "dim"))


def _receipt(link: LinkView) -> list[Piece]:
    if link.part:
        return [
            Piece(
                f"{pieces.name(link.number, link.id, link.title)}: it has no link, look for it in {link.url}"
            )
        ]
    at = f" at {clock(link.moment)}" if link.moment else ""
    name = Piece(pieces.name(link.number, link.id, link.title), link=link.url)
    return [name, Piece(f"{at} ({link.url})", "dim")]
