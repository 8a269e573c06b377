"""The screen of `llmpath next`."""

from dataclasses import dataclass

from llmpath.views import drawn_only
from llmpath.views.node import NodeView, PlaceView


@dataclass(frozen=True, slots=True, kw_only=True)
class UpcomingView(NodeView):
    """A thing to learn next, why, and what it waits for."""

    why: str
    waits_for: tuple[PlaceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextView:
    """What comes next, nothing where all is finished."""

    next: tuple[UpcomingView, ...]
    kind: str | None = drawn_only(None)
