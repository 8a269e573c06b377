"""The state as the cache knows it, for a writer: every file is read again, and none is parsed."""

import os
from pathlib import Path

from llmpath.cache import Cache, source, stamp
from llmpath.store import compiled
from llmpath.store.compiled import Compiled
from llmpath.store.copies import Copy, Verdict, conflict_copies
from llmpath.store.desk import Desk, Written
from llmpath.store.places import PROGRESS
from llmpath.store.progress_form import Header
from llmpath.store.state import State, folder_sources


def known_state(cache: Cache, directory: Path) -> State | None:
    """Return the state in a folder that is byte for byte what it was, None for any other."""
    known = compiled.load(cache, directory, is_strict=True)
    if known is None or not known.is_alone:
        return None
    path = Path(os.path.realpath(directory / PROGRESS))
    return State(path, Copy(path, Verdict.GOOD), (), (), Header(*known.header), known.progress)


def keep_written(cache: Cache, desk: Desk, written: Written) -> None:
    """Keep what was just written, still under the lock; not where copies lie beside it."""
    path, content, header, progress = written
    name = desk.directory / PROGRESS
    own = source(name, (stamp(name)[0], False), content)
    folders = folder_sources(desk.directory, path)
    try:
        is_alone = not conflict_copies(desk.directory, path.parent)
    except OSError:
        is_alone = False
    if is_alone:
        what = Compiled(header, is_alone=True, progress=progress)
        compiled.keep(cache, desk.directory, (*folders, own), what)
