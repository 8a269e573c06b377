"""The state as the cache knows it, for a writer: every file is read again, and none is parsed."""

import os
from pathlib import Path

from llmpath.cache import Cache, source, stamp
from llmpath.store import compiled_progress
from llmpath.store.compiled_progress import Compiled
from llmpath.store.copies import Copy, Verdict, conflict_copies
from llmpath.store.places import PROGRESS
from llmpath.store.progress_form import Header
from llmpath.store.state import State, folder_sources
from llmpath.store.transaction import Transaction, Written


def known_state(cache: Cache, directory: Path) -> State | None:
    """Return the state in a folder that is byte for byte what it was, None for any other."""
    known = compiled_progress.load(cache, directory, is_strict=True)
    if known is None or not known.is_alone:
        return None
    path = Path(os.path.realpath(directory / PROGRESS))
    own, header = Copy(path, Verdict.GOOD), Header(*known.header)
    return State(path, own, (), (), header, known.progress, is_as_written=known.is_as_written)


def keep_written(cache: Cache, transaction: Transaction, written: Written) -> None:
    """Keep what was just written, still under the lock.

    Not where copies lie beside it, nor where something in it is not understood: a reader is told of that.
    """
    if transaction.state.has_faults:
        return
    path, content, undo, header, progress = written
    names = ((transaction.directory / PROGRESS, content), (transaction.undo_path, undo))
    files = [source(name, (stamp(name)[0], False), said) for name, said in names if said is not None]
    folders = folder_sources(transaction.directory, path)
    try:
        is_alone = not conflict_copies(transaction.directory, path.parent)
    except OSError:
        is_alone = False
    if is_alone:
        what = Compiled(header, is_alone=True, is_as_written=undo is not None, progress=progress)
        compiled_progress.keep(cache, transaction.directory, (*folders, *files), what)
