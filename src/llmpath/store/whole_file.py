"""The user's files beside progress, settings and curricula: saved whole, by one llmpath at a time."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from llmpath.errors import LlmpathError
from llmpath.store import atomic
from llmpath.store.lock import locked
from llmpath.store.saving import explained, saved_all_the_same

BACKUP_SUFFIX = ".bak"
_PREFIX = ".llmpath."
"""Not that of the progress: where both lie in one folder, its writer sweeps what begins like that."""


@contextmanager
def changing(lock: Path, what: str, refusal: Callable[[str, str], LlmpathError]) -> Iterator[None]:
    """Hold a lock while the block reads, decides and saves; what the system refuses becomes a `refusal`."""
    with explained(what, refusal):
        atomic.make_directory(lock.parent)
        with locked(lock):
            atomic.sweep(lock.parent, _PREFIX)
            yield


def save(path: Path, content: bytes) -> None:
    """Put a file of ours at `path` in one step, 0600, a link followed. Raises OSError."""
    path = Path(os.path.realpath(path))
    _refuse_read_only(path)
    atomic.replace(path, content, _PREFIX)
    _confirm(path.parent)


def save_new_version(path: Path, content: bytes) -> Path:
    """Put a new version of a file in its place, in its mode; return where the one before is kept."""
    path = Path(os.path.realpath(path))
    _refuse_read_only(path)
    mode = stat.S_IMODE(path.stat().st_mode)
    backup = path.with_name(path.name + BACKUP_SUFFIX)
    atomic.keep(path, backup)
    atomic.replace(path, content, _PREFIX)
    path.chmod(mode)
    _confirm(path.parent)
    return backup


def put_aside(path: Path) -> Path:
    """Take a file away, and return where it is kept."""
    backup = path.with_name(path.name + BACKUP_SUFFIX)
    os.replace(path, backup)
    _confirm(path.parent)
    return backup


def _refuse_read_only(path: Path) -> None:
    if path.exists() and not os.access(path, os.W_OK):
        raise OSError(errno.EACCES, "it is read-only", str(path))


def _confirm(directory: Path) -> None:
    with saved_all_the_same():
        atomic.sync_directory(directory)
