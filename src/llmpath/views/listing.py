"""The screen of `llmpath list`."""

from dataclasses import dataclass
from typing import Literal

from llmpath.views import drawn_only
from llmpath.views.node import CurriculumView, NodeView, TotalsView

Layout = Literal["outline", "parts", "flat", "ids"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """Sections with their resources in `parts`; where rows are filtered, with those that fit."""

    curriculum: CurriculumView
    totals: TotalsView
    sections: tuple[NodeView, ...]
    layout: Layout = drawn_only("outline")
    filtered: bool = drawn_only(default=False)
