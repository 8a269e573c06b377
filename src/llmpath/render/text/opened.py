"""What `llmpath open` did, as text."""

from llmpath.domain.durations import clock
from llmpath.render.paper import Fragment, Paper
from llmpath.render.text import fragments
from llmpath.views.opened import LinkView, OpenView


def draw(view: OpenView, paper: Paper) -> None:
    """Draw a receipt for each link; else the links stand alone, to be taken on."""
    did = "opened" if view.opened else "sent to the terminal"
    for position, link in enumerate(view.links, 1):
        if view.opened or view.sent:
            is_last = position == len(view.links)
            after = _after(link, paper, undo=view.recorded and is_last)
            before = f"{did}: {fragments.names(link.number, link.id)}"
            paper.receipt(before, Fragment(link.title, link=link.url), after)
        else:
            paper.line(Fragment(link.url, "link", link=link.url))
        if link.part and view.opened:
            paper.line(f"It has no link of its own: look for it in {link.url}")


def _after(link: LinkView, paper: Paper, *, undo: bool) -> str:
    """Return where it plays from, and the link where it cannot be clicked."""
    at = f" at {clock(link.moment)}" if link.moment else ""
    url = f" ({link.url})" if paper.width is None else ""
    return f"{at}{url}{fragments.UNDO_HINT if undo else ''}"
