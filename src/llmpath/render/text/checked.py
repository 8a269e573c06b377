"""`llmpath curriculum check` as text."""

from llmpath.render import words
from llmpath.render.paper import Fragment, Paper
from llmpath.views.checked import CheckView


def draw(view: CheckView, paper: Paper) -> None:
    """Draw a line a fault, in the form that editors jump to, or that there is none."""
    for fault in view.errors:
        line = f":{fault.line}" if fault.line else ""
        path = f"{fault.path}: " if fault.path else ""
        paper.line(
            Fragment(f"{view.file}{line}: ", "number"),
            f"{path}{fault.message}",
            Fragment(f" ({fault.hint})", "dim"),
        )
    if view.errors:
        paper.line(Fragment(words.count(len(view.errors), "fault"), "warning"))
    else:
        counts = f"{words.count(view.sections, 'section')}, {words.count(view.resources, 'resource')}"
        paper.line(Fragment("good: ", "done"), f"{view.title}: {counts}")
