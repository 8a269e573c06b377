"""Files that are either the version before or the one after, whatever happens in between."""

import errno
import itertools
import os
import secrets
from pathlib import Path

from llmpath.regular_file import read_regular

SIZE_LIMIT = 16 * 1024 * 1024
"""The largest file of the state folder that is read, in bytes."""

_CREATE = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.EXDEV, errno.ENOSYS}
_LINK_ITSELF = {"follow_symlinks": False} if os.link in os.supports_follow_symlinks else {}
PREFIX, _SUFFIX = ".progress.", ".tmp"


def make_directory(path: Path) -> None:
    """Make a directory and the missing ones above it, 0700, each confirmed on disk in its parent."""
    if path.is_dir():
        return
    make_directory(path.parent)
    try:
        os.mkdir(path, 0o700)
    except FileExistsError:
        if not path.is_dir():
            raise
    sync_directory(path.parent)


def replace(path: Path, content: bytes, prefix: str = PREFIX) -> None:
    """Put a file with this content at `path`, in one step; its directory is yet to be synced.

    A failure leaves what was there, and no temporary file. `prefix` begins the temporary file's name.
    """
    temporary = _temporary(path.parent, prefix)
    try:
        _write_synced(temporary, content)
        os.replace(temporary, path)
    except BaseException:
        _discard(temporary)
        raise


def keep(path: Path, copy: Path) -> None:
    """Make `copy` what stands at `path` now, in one step; nothing where `path` is absent.

    A rename between two names of one file does nothing and leaves both, so that is not tried.
    """
    if not os.path.lexists(path) or _is_same(path, copy):
        return
    temporary = _temporary(copy.parent)
    try:
        os.link(path, temporary, **_LINK_ITSELF)
        os.replace(temporary, copy)
    except BaseException as error:
        _discard(temporary)
        if not isinstance(error, OSError) or error.errno not in _NO_LINKS:
            raise
        replace(copy, read_regular(path, SIZE_LIMIT) or b"")


def free(path: Path) -> Path:
    """Return the path, with a number behind it where something is there: what is kept is kept for good."""
    return next(
        name
        for number in itertools.count(1)
        if not os.path.lexists(name := path if number == 1 else path.with_name(f"{path.name}-{number}"))
    )


def sync_directory(path: Path) -> None:
    """Confirm on disk the names that were made in a directory; raises OSError if it cannot."""
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sweep(directory: Path, prefix: str = PREFIX) -> None:
    """Remove the temporary files of writes that were killed; only safe under the lock."""
    with os.scandir(directory) as entries:
        stale = [
            entry.path for entry in entries if entry.name.startswith(prefix) and entry.name.endswith(_SUFFIX)
        ]
    for path in stale:
        _discard(Path(path))


def _is_same(path: Path, copy: Path) -> bool:
    return os.path.lexists(copy) and os.path.samestat(os.lstat(path), os.lstat(copy))


def _temporary(directory: Path, prefix: str = PREFIX) -> Path:
    return directory / f"{prefix}{secrets.token_hex(6)}{_SUFFIX}"


def _write_synced(path: Path, content: bytes) -> None:
    descriptor = os.open(path, _CREATE, 0o600)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _discard(path: Path) -> None:
    try:
        os.unlink(path)
    except OSError:
        return
