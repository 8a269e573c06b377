"""The outline as it is kept in the cache, so that a curriculum's TOML is not parsed at every call."""

from binascii import crc32
from typing import Any

from llmpath.cache import Cache, Source
from llmpath.domain.outline import Companion, Curriculum, Node, Outline

SHAPE = 2
"""Counts the shapes that the kept outline has had: one of another shape is not believed."""


def load(cache: Cache, path: str) -> Outline | None:
    """Return the outline of the file at a path as it was kept, None where the file has changed since."""
    kept = cache.load(name(path), _key(path))
    if kept is None:
        return None
    curriculum, sections, shared = kept
    return Outline(Curriculum(*curriculum), tuple(map(_node, sections)), shared)


def keep(cache: Cache, path: str, source: Source, outline: Outline) -> None:
    """Keep the outline that a file was understood as."""
    what = (tuple(outline.curriculum), tuple(map(_plain, outline.sections)), outline.shared)
    cache.keep(name(path), _key(path), [source], what)


def name(path: str) -> str:
    """Return the name under which the outline of the file at a path is kept."""
    return f"outline-{crc32(path.encode('utf-8', 'surrogateescape')):08x}"


def _key(path: str) -> tuple[int, str]:
    return SHAPE, path


def _plain(node: Node) -> tuple[Any, ...]:
    *facts, links, parts = node
    return (*facts, tuple(map(tuple, links)), tuple(map(_plain, parts)))


def _node(plain: tuple[Any, ...]) -> Node:
    *facts, links, parts = plain
    if not (links or parts):
        return Node._make(plain)
    return Node._make((*facts, tuple(Companion(*link) for link in links), tuple(map(_node, parts))))
