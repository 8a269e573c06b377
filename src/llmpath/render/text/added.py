"""What `llmpath add` added, as text."""

from shlex import quote

from llmpath.domain.durations import clock
from llmpath.render.paper import Fragment, Paper
from llmpath.render.text import fragments
from llmpath.views.added import AddedView


def draw(view: AddedView, paper: Paper) -> None:
    """Draw in one line what was added and how to take it back, or where it is already."""
    for there in view.unchanged:
        paper.receipt(f"already there: {fragments.names(there.number, there.id)}", Fragment(there.title), "")
    for new in view.changed:
        start = f" from {clock(new.start)}" if new.start else ""
        before = f"added: {fragments.names(new.number, new.id)}"
        paper.receipt(before, Fragment(new.title), f" ({new.kind}{start}){_after(view)}")


def _after(view: AddedView) -> str:
    if view.backup is None:
        copy = f", in a copy of your own that overrides the bundled {view.curriculum.title}"
        return f"{copy}; llmpath curriculum remove {view.curriculum.id} takes it back"
    if view.is_own:
        return f"; llmpath curriculum add {quote(view.backup)} --replace takes it back"
    return f"; the file as it was is {view.backup}"
