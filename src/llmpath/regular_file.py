"""Reading a file that someone else may have put there: never a pipe, a device or a flood."""

import errno
import os
import stat
from pathlib import Path

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def read_regular(path: Path, limit: int) -> bytes | None:
    """Return the bytes of a regular file, or None if there is none.

    Raises OSError for anything else at that name, and for files of more than `limit` bytes.
    """
    try:
        descriptor = os.open(path, _FLAGS)
    except FileNotFoundError:
        return None
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        content = file.read(limit + 1)
    if len(content) > limit:
        raise OSError(errno.EFBIG, f"larger than {limit // 1024 // 1024} MB", str(path))
    return content


def is_withheld(path: Path, limit: int) -> bool:
    """Whether a file that could not be read is one that `read_regular` would read: it may be good."""
    return path.is_file() and path.stat().st_size <= limit
