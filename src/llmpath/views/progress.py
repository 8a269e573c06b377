"""The screen of `llmpath progress`."""

from dataclasses import dataclass
from datetime import date

from llmpath.views import drawn_only
from llmpath.views.node import CurriculumView, NodeFacts, TotalsView


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionProgressView(NodeFacts):
    """A section, and how many of its resources are done and skipped."""

    resources: int
    done: int
    skipped: int
    seconds_left: int = drawn_only(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishView:
    """When all will be done: the likely day, and the ends of its 80 % range."""

    likely: date
    early: date
    late: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressView:
    """Totals and a row a section; pace and finish are None until there is enough to say."""

    totals: TotalsView
    sections: tuple[SectionProgressView, ...]
    active_days_28: int
    pace_seconds_per_week: int | None
    finish: FinishView | None
    curriculum: CurriculumView = drawn_only()
    today: date = drawn_only()
