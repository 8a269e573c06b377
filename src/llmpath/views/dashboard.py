"""The screen of `llmpath` alone: where you are."""

from dataclasses import dataclass

from llmpath.views import drawn_only, named
from llmpath.views.node import CurriculumView, NodeView, PlaceView, TotalsView


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekView:
    """What was newly seen since Monday, and on how many days."""

    seconds: int
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WhereView:
    """Where in a video one is: the second, its chapter, and the seconds left in that."""

    second: int
    chapter: PlaceView | None
    seconds_left: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RestartView:
    """What helps after some days away: what was learned last, the last note, a short piece to begin with."""

    days: int
    last: PlaceView | None
    note: str | None
    piece: PlaceView | None
    seconds: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DashboardView:
    """What to go on with, what comes after it, and how far it all is."""

    continue_: NodeView | None = named("continue")
    next: NodeView | None
    totals: TotalsView
    week: WeekView
    curriculum: CurriculumView = drawn_only()
    where: WhereView | None = drawn_only(None)
    restart: RestartView | None = drawn_only(None)
    is_new: bool = drawn_only(default=False)
