"""`llmpath list`: sections and resources with their status and length."""

from collections.abc import Sequence
from typing import NamedTuple

from llmpath.actions.learning_path import LearningPath, open_path
from llmpath.actions.session import Session
from llmpath.domain.records import Status
from llmpath.errors import UsageError
from llmpath.views.listing import AllView, Depth, ListView
from llmpath.views.node import NodeView


class ListQuery(NamedTuple):
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
    return _listed(open_path(session), query)


def list_all(session: Session, query: ListQuery) -> AllView:
    """Return the rows of every curriculum, one after the other; of broken ones is warned."""
    if query.refs:
        raise UsageError("--all goes without a ref", "refs are of the curriculum in use: llmpath list REF")
    files, _ = session.library.choice()
    outlines = [outline for file in files if (outline := session.library.good(file))]
    return AllView(curricula=tuple(_listed(open_path(session, outline), query) for outline in outlines))


def _listed(path: LearningPath, query: ListQuery) -> ListView:
    wanted = [node.number for node in path.placed(query.refs)]
    views = [_only(path.node(section), wanted) for section in path.outline.sections]
    if query.is_filtered:
        views = [_fitting(view, wanted, query) for view in views]
    if query.is_filtered or wanted:
        views = [view for view in views if view.parts or view.number in wanted]
    is_inside = any("." in number for number in wanted)
    depth: Depth = "flat" if query.is_filtered else "parts" if query.parts or is_inside else "outline"
    return ListView(
        curriculum=path.curriculum(),
        totals=path.totals(),
        sections=tuple(views),
        depth=depth,
        ids=_ids(views, wanted, depth) if query.ids else None,
    )


def _only(view: NodeView, wanted: Sequence[str]) -> NodeView:
    """Return a node with only those parts that were asked for, or that hold something that was."""
    if _is_wanted(view, wanted):
        return view
    parts = tuple(
        _only(part, wanted)
        for part in view.parts
        if any(_is_in(part.number or "", other) or _is_in(other, part.number or "") for other in wanted)
    )
    return view._replace(parts=parts)


def _is_in(number: str, other: str) -> bool:
    return number == other or number.startswith(f"{other}.")


def _is_wanted(row: NodeView, wanted: Sequence[str]) -> bool:
    return not wanted or any(_is_in(row.number or "", other) for other in wanted)


def _ids(sections: Sequence[NodeView], wanted: Sequence[str], depth: Depth) -> tuple[str, ...]:
    """Return the ids of what was asked for, without what that stands in: they are refs for other commands."""
    rows = [row for view in sections for row in (_walk(view.parts) if depth == "parts" else view.parts)]
    return tuple(row.id for row in rows if row.id and _is_wanted(row, wanted))


def _fitting(section: NodeView, wanted: Sequence[str], query: ListQuery) -> NodeView:
    """Return a section with all rows in it that fit, whatever their depth, as its parts."""
    rows = [
        row
        for row in _walk(section.parts)
        if _is_wanted(row, wanted)
        and (row.kind in query.kinds or not query.kinds)
        and (row.status in query.statuses or not query.statuses)
        and (row.kind != "chapter" or query.parts)
    ]
    return section._replace(parts=tuple(rows))


def _walk(nodes: Sequence[NodeView]) -> list[NodeView]:
    return [found for node in nodes for found in (node, *_walk(node.parts))]
