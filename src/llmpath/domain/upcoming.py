"""What comes next, and why (docs/refs-and-marks.md)."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from llmpath.domain.outline import Node, Outline, walk
from llmpath.domain.status import Standings

Reason = Literal["started", "continues", "first", "waits"]


class Upcoming(NamedTuple):
    """A thing to learn next: it was started, its resource was, it is the first in order, or it waits."""

    node: Node
    reason: Reason
    waits_for: tuple[Node, ...] = ()


def upcoming(standings: Standings, kind: str | None = None) -> Iterator[Upcoming]:
    """Yield all that is unfinished, each key once, in the order in which to learn it.

    First what is started, what was touched last before the others; then what is to do, in curriculum
    order; last what waits for something. Leaves, unless `kind` names a kind that has parts.
    """
    met: set[str | None] = set()
    for resource, waits_for in _resources(standings):
        for node in _within(resource, standings, kind):
            if node.key in met:
                continue
            met.add(node.key)
            yield Upcoming(
                standings.outline.called(node), _reason(node, resource, standings, waits_for), waits_for
            )


def why_nothing(outline: Outline, kind: str | None) -> str:
    """Return in words why nothing is next: there never was such a thing, or all of them are finished."""
    if not any(kind in {None, node.kind} for node in walk(outline.resources)):
        return f"there is {f'no {kind}' if kind else 'nothing'} in this curriculum"
    return (
        f"no {kind} is left: all are done or skipped"
        if kind
        else "nothing is left: all of it is done or skipped"
    )


def next_in(container: Node, standings: Standings) -> Node | None:
    """Return the leaf to go on with in a container, or None where all of it is finished."""
    return next(unfinished_in(container, standings), None)


def unfinished_in(node: Node, standings: Standings) -> Iterator[Node]:
    """Yield the unfinished leaves in a node, itself if it is one, in the order in which to learn them."""
    return _within(node, standings, None)


def _resources(standings: Standings) -> Iterator[tuple[Node, tuple[Node, ...]]]:
    """Yield the unfinished resources in order, each with what it waits for."""
    resources = standings.outline.resources
    touched = [node for node in resources if not standings.is_untouched(node)]
    started = [node for node in touched if standings.of(node).status == "doing"]
    started.sort(key=lambda node: -standings.of(node).touched)
    for node in started:
        yield node, ()
    waiting = []
    for node in resources:
        if standings.of(node).status == "todo":
            waits_for = _waits_for(node, standings)
            if waits_for:
                waiting.append((node, waits_for))
            else:
                yield node, ()
    yield from waiting


def _waits_for(resource: Node, standings: Standings) -> tuple[Node, ...]:
    outline = standings.outline
    section = outline.parent(resource)
    after = (*resource.after, *(section.after if section else ()))
    first = (outline.by_id[node_id] for node_id in after)
    return tuple(node for node in first if not standings.of(node).finished)


def _within(container: Node, standings: Standings, kind: str | None) -> Iterator[Node]:
    """Yield what is unfinished in a node, itself included: started things first, the newest before."""
    fitting = [
        node
        for node in walk([container])
        if not (node.is_chapter or node.is_section)
        and (node.is_leaf if kind is None else node.kind == kind)
        and not standings.of(node).finished
    ]
    started = [node for node in fitting if standings.of(node).status == "doing"]
    yield from sorted(started, key=lambda node: -standings.of(node).touched)
    yield from (node for node in fitting if standings.of(node).status != "doing")


def _reason(node: Node, resource: Node, standings: Standings, waits_for: tuple[Node, ...]) -> Reason:
    if waits_for:
        return "waits"
    if standings.of(node).status == "doing":
        return "started"
    return "continues" if standings.of(resource).status == "doing" else "first"
