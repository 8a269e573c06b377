"""The screen of `llmpath next`."""

from typing import NamedTuple

from llmpath.views import in_json
from llmpath.views.node import NodeView, PlaceView


@in_json(merged="node")
class UpcomingView(NamedTuple):
    """A thing to learn next, why, and what it waits for; `seconds_left` may be an estimate."""

    node: NodeView
    why: str
    waits_for: tuple[PlaceView, ...]
    seconds_left: int
    left_estimated: bool


class PointView(NamedTuple):
    """Where one goes on: the number of the chapter or else of the thing, the thing's id, the second."""

    number: str
    id: str
    second: int | None


@in_json(left_out={"nothing", "point", "shortest"})
class NextView(NamedTuple):
    """What comes next, nothing where all is finished.

    `for_seconds` is the time there is and `left_over` what of it is, both None where none was said;
    where nothing fits into it, `shortest` is the shortest piece there is. `nothing` says why there is none.
    """

    next: tuple[UpcomingView, ...]
    for_seconds: int | None
    left_over: int | None
    nothing: str = ""
    point: PointView | None = None
    shortest: UpcomingView | None = None
