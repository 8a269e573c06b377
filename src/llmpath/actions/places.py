"""`llmpath paths`: where everything lies."""

from llmpath.actions.session import Session
from llmpath.views.places import PathsView


def places(session: Session) -> PathsView:
    """Return the user's places, each whether it exists yet or not."""
    named = session.places.named()
    return PathsView(paths={name: str(path) if path else None for name, path in named.items()})
