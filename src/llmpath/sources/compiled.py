"""The outline as it is kept in the cache, so that a curriculum's TOML is not parsed at every call.

Beside it are the names in it, for Tab: lines of ids with their titles, sorted.
"""

from binascii import crc32
from typing import Any

from llmpath.cache import Cache, Source
from llmpath.domain.outline import Companion, Curriculum, Node, Outline

SHAPE = 1
"""Counts the shapes that the kept outline has had: one of another shape is not believed."""


def load(cache: Cache, path: str) -> Outline | None:
    """Return the outline of the file at a path as it was kept, None where the file has changed since."""
    kept = cache.load(name(path), key(path))
    return kept and Outline(Curriculum(*kept[0]), tuple(map(_node, kept[1])))


def keep(cache: Cache, path: str, source: Source, outline: Outline) -> None:
    """Keep the outline that a file was understood as."""
    what = (tuple(outline.curriculum), tuple(map(_plain, outline.sections)))
    cache.keep(name(path), key(path), [source], what)
    cache.keep(names_of(path), key(path), [source], names(outline))


def names(outline: Outline) -> bytes:
    """Return a line for each section, resource, part and chapter: its id, a tab, its title."""
    lines = sorted(f"{node.id}\t{node.title}\n" for node in outline.walk())
    return "".join(lines).encode("utf-8", "replace")


def name(path: str) -> str:
    """Return the name under which the outline of the file at a path is kept."""
    return f"outline-{crc32(path.encode('utf-8', 'surrogateescape')):08x}"


def names_of(path: str) -> str:
    """Return the name under which its names are kept."""
    return name(path).replace("outline", "names")


def key(path: str) -> tuple[int, str]:
    """Return what the kept outline must be of."""
    return SHAPE, path


def _plain(node: Node) -> tuple[Any, ...]:
    *facts, links, parts = node
    return (*facts, tuple(map(tuple, links)), tuple(map(_plain, parts)))


def _node(plain: tuple[Any, ...]) -> Node:
    *facts, links, parts = plain
    if not (links or parts):
        return Node._make(plain)
    return Node._make((*facts, tuple(Companion(*link) for link in links), tuple(map(_node, parts))))
