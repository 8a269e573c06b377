"""`llmpath paths` as text."""

from llmpath.render.paper import Fragment, Paper
from llmpath.views.places import PathsView


def draw(view: PathsView, paper: Paper) -> None:
    """Draw a line a place, never cut: it is there to be copied."""
    for name, path in view.paths.items():
        paper.line(Fragment(f"{name:<10}", "dim"), path or "no usable place: HOME is not an absolute path")
