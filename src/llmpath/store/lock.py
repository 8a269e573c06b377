"""The lock that lets one llmpath at a time write: atomic renames alone lose updates."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path

from llmpath.errors import BusyError

WAIT_SECONDS = 10.0
PAUSE_SECONDS = 0.005

_FLAGS = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_UNSUPPORTED = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL}
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


class Trial(Enum):
    """What came of trying a lock without waiting for it."""

    FREE = "free"
    HELD = "held"
    ABSENT = "absent"
    UNSUPPORTED = "unsupported"
    REFUSED = "refused"


@contextmanager
def locked(path: Path) -> Iterator[bool]:
    """Hold the lock file while the block runs; yield False on a filesystem that has no locks.

    The file is never deleted: a deleted lock file lets two processes lock two files of one name.
    Raises `BusyError` after `WAIT_SECONDS`, and OSError where the file cannot be opened.
    """
    descriptor = os.open(path, _FLAGS | os.O_CREAT, 0o600)
    try:
        yield _wait_for(descriptor, time.monotonic() + WAIT_SECONDS)
    finally:
        _let_go(descriptor)


def tried(path: Path) -> Trial:
    """Return whether the lock could be taken, without making its file or keeping it."""
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        return Trial.ABSENT if error.errno in {errno.ENOENT, errno.ENOTDIR} else Trial.REFUSED
    try:
        _try_lock(descriptor)
    except OSError as error:
        return Trial.HELD if error.errno in _HELD else Trial.UNSUPPORTED
    else:
        return Trial.FREE
    finally:
        _let_go(descriptor)


def _let_go(descriptor: int) -> None:
    """Close the lock file; nothing was written to it, so a failure says nothing about what was saved."""
    with suppress(OSError):
        os.close(descriptor)


def _wait_for(descriptor: int, deadline: float) -> bool:
    while True:
        try:
            _try_lock(descriptor)
        except OSError as error:
            if error.errno in _UNSUPPORTED:
                return False
            if error.errno not in _HELD:
                raise
        else:
            return True
        if time.monotonic() > deadline:
            raise BusyError("another llmpath is writing just now", "try again when it is done")
        time.sleep(PAUSE_SECONDS)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
