"""The screen of `llmpath next`."""

from dataclasses import dataclass

from llmpath.views import drawn_only
from llmpath.views.node import NodeView, PlaceView


@dataclass(frozen=True, slots=True, kw_only=True)
class UpcomingView(NodeView):
    """A thing to learn next, why, and what it waits for; `seconds_left` may be an estimate."""

    why: str
    waits_for: tuple[PlaceView, ...]
    seconds_left: int
    left_estimated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PointView:
    """Where one goes on: the number of the chapter or else of the thing, the thing's id, the second."""

    number: str
    id: str
    second: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextView:
    """What comes next, nothing where all is finished.

    `for_seconds` is the time there is and `left_over` what of it is, both None where none was said;
    where nothing fits into it, `shortest` is the shortest piece there is.
    """

    next: tuple[UpcomingView, ...]
    for_seconds: int | None
    left_over: int | None
    kind: str | None = drawn_only(None)
    point: PointView | None = drawn_only(None)
    shortest: UpcomingView | None = drawn_only(None)
