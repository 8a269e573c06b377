"""The folder of the user's own curricula, which one llmpath at a time changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from llmpath.errors import LibraryError
from llmpath.store.places import Places, placed
from llmpath.store.whole_file import changing

LOCK = ".lock"


@contextmanager
def changing_curricula(places: Places) -> Iterator[Path]:
    """Hold the lock of all curricula while the block changes one; yields the folder.

    Raises `LibraryError` where something refuses, `NoPlaceError` where there is no place for the folder.
    """
    folder = placed(places.curricula, "curricula")
    with changing(folder / LOCK, "the curriculum", LibraryError):
        yield folder
