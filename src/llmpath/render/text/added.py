"""What `llmpath add` added, as text."""

from shlex import quote

from llmpath.domain.durations import clock
from llmpath.render.paper import Paper, Piece
from llmpath.render.text import pieces
from llmpath.views.added import AddedView


def draw(view: AddedView, paper: Paper) -> None:
    """Draw in one line what was added and how to take it back, or where it is already."""
    for there in view.unchanged:
        paper.receipt(f"already there: {pieces.names(there.number, there.id)}", Piece(there.title), "")
    for new in view.changed:
        start = f" from {clock(new.start)}" if new.start else ""
        before = f"added: {pieces.names(new.number, new.id)}"
        paper.receipt(before, Piece(new.title), f" ({new.kind}{start}){_after(view)}")


def _after(view: AddedView) -> str:
    if view.backup is None:
        copy = f", in a copy of your own that overrides the bundled {view.curriculum.title}"
        return f"{copy}; llmpath curriculum remove {view.curriculum.id} takes it back"
    if view.is_own:
        return f"; llmpath curriculum add {quote(view.backup)} --replace takes it back"
    return f"; the file as it was is {view.backup}"
