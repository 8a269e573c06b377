"""The screens of `llmpath list`, and of `list --all`."""

from dataclasses import dataclass
from typing import Literal

from llmpath.views import drawn_only
from llmpath.views.node import CurriculumView, NodeView, TotalsView

Depth = Literal["outline", "parts", "flat"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """Sections with their resources in `parts`; where rows are filtered, with those that fit."""

    curriculum: CurriculumView
    totals: TotalsView
    sections: tuple[NodeView, ...]
    depth: Depth = drawn_only("outline")
    ids: bool = drawn_only(default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AllView:
    """Every curriculum, one after the other."""

    curricula: tuple[ListView, ...]
