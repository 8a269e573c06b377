"""Targets: what refs name once they are resolved."""

from collections.abc import Iterable
from typing import NamedTuple

from llmpath.domain.outline import Node


class Target(NamedTuple):
    """What a ref names. `moment` is the second of the video that it names, if it does.

    One that was pasted with a link is ignored by commands that have no use for it, and is not checked
    yet; one that was typed with `@` was meant.
    """

    node: Node
    moment: int | None = None
    is_typed: bool = False


def each_once(targets: Iterable[Target]) -> list[Target]:
    """Return targets without those that name the same thing at another of its places."""
    found: dict[tuple[object, ...], Target] = {}
    for target in targets:
        node = target.node
        start = node.start if node.is_chapter else None
        found.setdefault((node.key or node.number, start, target.moment), target)
    return list(found.values())
