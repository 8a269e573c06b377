"""The screens of `llmpath list`, and of `list --all`."""

from typing import Literal, NamedTuple

from llmpath.views import in_json
from llmpath.views.node import CurriculumView, NodeView, TotalsView

Depth = Literal["outline", "parts", "flat"]


@in_json(left_out={"depth", "ids"})
class ListView(NamedTuple):
    """Sections with their resources in `parts`; where rows are filtered, with those that fit.

    `ids` has what is shown where nothing but ids was asked for.
    """

    curriculum: CurriculumView
    totals: TotalsView
    sections: tuple[NodeView, ...]
    depth: Depth = "outline"
    ids: tuple[str, ...] | None = None


class AllView(NamedTuple):
    """Every curriculum, one after the other."""

    curricula: tuple[ListView, ...]
