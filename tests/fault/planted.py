"""Stores that break the promise, one way each: a suite that they pass would be worth nothing."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from llmpath.store import atomic
from llmpath.store.places import PROGRESS, UNDO

ATOMIC = "llmpath.store.atomic."
EXCLUSIVE, IN_PLACE = os.O_EXCL, os.O_TRUNC
_replace, _sync_directory = atomic.replace, atomic.sync_directory


def plant(name: str) -> None:
    """Break the store of this process in the way that has this name."""
    for target, broken in PLANTED[name].items() if name else ():
        patch(target, broken).start()


def _write(path: Path, content: bytes, *, how: int = EXCLUSIVE, is_synced: bool = True) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | how, 0o600)
    os.write(descriptor, content)
    if is_synced:
        os.fsync(descriptor)
    os.close(descriptor)


def _synced_afterwards(path: Path, content: bytes) -> None:
    _replace(path, content)
    descriptor = os.open(path, os.O_RDWR)
    os.fsync(descriptor)
    os.close(descriptor)


@contextmanager
def _no_lock(path: Path) -> Iterator[bool]:
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    yield True


def _swallowing(real: Callable[..., None], *arguments: Any) -> None:
    with suppress(OSError):
        real(*arguments)


class _UndoLast:
    """Replaces the undo file when the progress file was replaced."""

    def __init__(self) -> None:
        self._undo: tuple[Path, bytes] | None = None

    def __call__(self, path: Path, content: bytes) -> None:
        if path.name == UNDO:
            self._undo = (path, content)
            return
        _replace(path, content)
        if path.name == PROGRESS and self._undo:
            _replace(*self._undo)


def _move_away(path: Path, copy: Path) -> None:
    if path.exists():
        os.replace(path, copy)


def _nothing(*_: Any) -> None:
    """Leave something out."""


PLANTED: dict[str, dict[str, Any]] = {
    "file written in its place": {ATOMIC + "replace": partial(_write, how=IN_PLACE)},
    "file written unwatched": {ATOMIC + "replace": Path.write_bytes},
    "file not synced": {ATOMIC + "_write_synced": partial(_write, is_synced=False)},
    "file synced after its rename": {
        ATOMIC + "replace": _synced_afterwards, ATOMIC + "_write_synced": partial(_write, is_synced=False)
    },
    "folder not synced": {ATOMIC + "sync_directory": _nothing},
    "failed sync not told": {ATOMIC + "sync_directory": partial(_swallowing, _sync_directory)},
    "failed write not told": {ATOMIC + "replace": partial(_swallowing, _replace)},
    "short write not noticed": {ATOMIC + "_write_synced": _write},
    "no lock": {"llmpath.store.transaction.locked": _no_lock},
    "lock not waited for": {"llmpath.store.lock.WAIT_SECONDS": -1},
    "undo file written last": {ATOMIC + "replace": _UndoLast()},
    "version before moved away": {ATOMIC + "keep": _move_away},
    "version before not kept": {ATOMIC + "keep": _nothing},
    "temporary file left": {ATOMIC + "_discard": _nothing},
    "temporary files not swept": {ATOMIC + "sweep": _nothing},
}  # fmt: skip
