"""The screen of `llmpath` alone: where you are."""

from typing import NamedTuple

from llmpath.views import in_json
from llmpath.views.node import CurriculumView, NodeView, PlaceView, TotalsView
from llmpath.views.note import NoteView
from llmpath.views.upcoming import UpcomingView


class WeekView(NamedTuple):
    """What was newly seen since Monday, and on how many days; `estimated` if a length in it is."""

    seconds: int
    days: int
    estimated: bool


class LeftView(NamedTuple):
    """How long the learner needs for what is left of a thing, maybe an estimate."""

    seconds: int
    estimated: bool


class WhereView(NamedTuple):
    """Where in a video one is: the second, its chapter, and what is left of that."""

    second: int
    chapter: PlaceView | None
    left: LeftView


class RestartView(NamedTuple):
    """What helps after some days away: what was learned last, the last note, a short piece to begin with.

    `ref` is what `open` takes to get to that piece.
    """

    days: int
    last: PlaceView | None
    note: NoteView | None
    piece: UpcomingView | None
    ref: str


@in_json(left_out={"curriculum", "left", "where", "restart", "is_new"})
class DashboardView(NamedTuple):
    """What to go on with, what comes after it, and how far it all is; `left` is of what to go on with."""

    continue_: NodeView | None
    next: NodeView | None
    totals: TotalsView
    week: WeekView
    curriculum: CurriculumView
    left: LeftView | None = None
    where: WhereView | None = None
    restart: RestartView | None = None
    is_new: bool = False
