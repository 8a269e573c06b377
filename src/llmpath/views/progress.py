"""The screen of `llmpath progress`."""

from datetime import date
from typing import NamedTuple

from llmpath.views import in_json
from llmpath.views.node import CurriculumView, NodeView, TotalsView


@in_json(merged="node", left_out={"seconds_left", "parts"})
class SectionProgressView(NamedTuple):
    """A section, and how many of its resources are done and skipped."""

    node: NodeView
    resources: int
    done: int
    skipped: int
    seconds_left: int = 0


class FinishView(NamedTuple):
    """When all will be done: the likely day, and the ends of its 80 % range."""

    likely: date
    early: date
    late: date


@in_json(left_out={"curriculum", "today", "is_part"})
class ProgressView(NamedTuple):
    """Totals and a row a section; pace and finish are None until there is enough to say.

    `is_part` is whether there are sections without a row, which the totals count, too.
    """

    totals: TotalsView
    sections: tuple[SectionProgressView, ...]
    active_days_28: int
    pace_seconds_per_week: int | None
    pace_estimated: bool
    finish: FinishView | None
    curriculum: CurriculumView
    today: date
    is_part: bool = False
