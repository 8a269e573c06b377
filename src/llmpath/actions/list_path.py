"""`llmpath list`: sections and resources with their status and length."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from llmpath.actions.learning_path import LearningPath, open_path
from llmpath.actions.session import Session
from llmpath.domain.outline import Node
from llmpath.domain.records import Status
from llmpath.views.listing import Layout, ListView
from llmpath.views.node import NodeView


@dataclass(frozen=True, slots=True, kw_only=True)
class ListQuery:
    """Which rows are asked for: of some refs, of some kinds and statuses, down to which depth."""

    refs: Sequence[str] = ()
    kinds: Sequence[str] = ()
    statuses: Sequence[Status] = ()
    parts: bool = False
    ids: bool = False

    @property
    def is_filtered(self) -> bool:
        """Whether rows are picked, and so stand flat."""
        return bool(self.kinds or self.statuses)


def list_path(session: Session, query: ListQuery) -> ListView:
    """Return the rows that `query` asks for, in curriculum order."""
    path = open_path(session)
    chosen = [target.node for target in path.resolve(query.refs)]
    sections = path.outline.sections
    if chosen:
        sections = _only(path, chosen)
    views = [path.node(section) for section in sections]
    if query.is_filtered:
        views = [view for view in (_fitting(view, query) for view in views) if view.parts]
    return ListView(
        curriculum=path.curriculum(),
        totals=path.totals(),
        sections=tuple(views),
        layout=_layout(query, chosen),
        filtered=query.is_filtered,
    )


def _layout(query: ListQuery, chosen: Sequence[Node]) -> Layout:
    if query.ids:
        return "ids"
    if query.is_filtered:
        return "flat"
    is_inside = any(not node.is_section for node in chosen)
    return "parts" if query.parts or is_inside else "outline"


def _only(path: LearningPath, chosen: Sequence[Node]) -> tuple[Node, ...]:
    """Return the sections that hold the chosen nodes, each with only the resources that were asked for."""
    wanted = {".".join(node.number.split(".")[:2]) for node in chosen}
    sections = []
    for section in path.outline.sections:
        parts = tuple(part for part in section.parts if part.number in wanted)
        if section.number in wanted:
            sections.append(section)
        elif parts:
            sections.append(section._replace(parts=parts))
    return tuple(sections)


def _fitting(section: NodeView, query: ListQuery) -> NodeView:
    """Return a section with all rows in it that fit, whatever their depth, as its parts."""
    rows = [
        row
        for row in _walk(section.parts)
        if (row.kind in query.kinds or not query.kinds)
        and (row.status in query.statuses or not query.statuses)
        and (row.kind != "chapter" or query.parts)
    ]
    return replace(section, parts=tuple(rows))


def _walk(nodes: Sequence[NodeView]) -> list[NodeView]:
    return [found for node in nodes for found in (node, *_walk(node.parts))]
