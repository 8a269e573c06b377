"""Reads the curricula for their names; what is wrong with one is not said while a line is typed."""

import os
from collections.abc import Iterable

from llmpath.cache import Cache
from llmpath.cli.library import library_for
from llmpath.domain.outline import Node, Outline
from llmpath.render.clean import one_line
from llmpath.sources.library import Library
from llmpath.store.places import find_places
from llmpath.store.settings import read_settings


def gather_names(curriculum: str | None) -> bytes:
    """Return the lines that `names` describes; raises as `Library.load` does."""
    return lines_of(_library(curriculum).outline())


def lines_of(outline: Outline) -> bytes:
    """Return the lines that `names` describes, of an outline."""
    return _sorted(line for node in outline.walk() for line in _lines(node))


def gather_curricula() -> bytes:
    """Return the lines of all good curricula; raises `LibraryError` for an unreadable folder."""
    library = _library(None)
    found = [outline.curriculum for file in library.every() if (outline := library.good(file))]
    return _sorted(f"{curriculum.id}\t{one_line(curriculum.title)}" for curriculum in found)


def _lines(node: Node) -> list[str]:
    title = one_line(node.title)
    number = "." * node.number.count(".") + node.number
    id_ = "/" * node.id.count("/") + node.id
    section = [f"#{node.id}\t{title}"] if node.is_section else []
    return [f"{number}\t{title}", f"{id_}\t{title}", *section]


def _sorted(lines: Iterable[str]) -> bytes:
    return b"".join(sorted(f"{line}\n".encode() for line in lines))


def _library(named: str | None) -> Library:
    places = find_places()
    told = os.path.expanduser(named) if named else None
    cache = Cache(str(places.cache) if places.cache else None, writes=False)
    settings = read_settings(places.settings, {"curriculum": told}, _unsaid, cache)
    return library_for(settings, places, _unsaid, cache)


def _unsaid(_: str) -> None:
    pass
