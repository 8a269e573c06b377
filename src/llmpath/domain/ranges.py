"""Ranges: several things named at once, neighbours or everything up to one (docs/refs-and-marks.md)."""

from collections.abc import Iterator

from llmpath.domain.outline import Node, Outline
from llmpath.errors import BadRefError


def neighbours(first: Node, last: Node, outline: Outline) -> tuple[Node, ...]:
    """Return what stands from one node to another under the same parent, both included.

    Raises `BadRefError` where they have not the same parent, or stand the other way round.
    """
    if not first.number or not last.number or _parent(first) != _parent(last):
        raise BadRefError(
            f"{first.name} and {last.name} do not stand in the same thing",
            f"all up to one of them is ..{last.number or last.key}",
        )
    siblings = outline.by_number[_parent(first)].parts if _parent(first) else outline.sections
    start, end = siblings.index(first), siblings.index(last)
    if end < start:
        raise BadRefError(f"{first.name} comes after {last.name}", f"write {last.id}..{first.id}")
    return siblings[start : end + 1]


def check_placed(node: Node) -> None:
    """Raise `BadRefError` for what stands nowhere in the curriculum in use."""
    if not node.number:
        raise BadRefError(f"{node.title} is not in this curriculum", "name something that is")


def up_to(last: Node, outline: Outline) -> tuple[Node, ...]:
    """Return everything before a node in curriculum order, and itself, in as few nodes as there are."""
    check_placed(last)
    return (*_before(last, outline), last)


def _before(node: Node, outline: Outline) -> Iterator[Node]:
    parent = outline.parent(node)
    if parent is not None:
        yield from _before(parent, outline)
    siblings = parent.parts if parent is not None else outline.sections
    yield from siblings[: siblings.index(node)]


def _parent(node: Node) -> str:
    return node.number.rpartition(".")[0]
