"""What is kept worked out in the cache folder, so that it need not be worked out at every call.

Any of it may be lost at any time, and nothing odd in it is believed: another version of llmpath or
Python, another user's file, a byte that flipped, a source that is not what it was. Prompts and Tab read
it before anything else is imported, so nothing that takes time is imported here.
"""

import marshal
import os
import stat
import sys
import time
from binascii import crc32

from llmpath import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

FileStamp = tuple[object, ...]
"""What changes with a file: size, times, place on the disk, and where a link leads. Of a folder: the names
in it."""
Stamped = tuple[FileStamp | None, bool]
"""The stamp of what is at a path (None: nothing), and whether it is settled: a later change will show."""
Source = tuple[str, FileStamp | None, bytes, bool]
"""A path that something was worked out from, its stamp, a digest of what was read there (empty for what is
no file), and whether it was settled."""

OFF = "LLMPATH_NO_CACHE"
COARSEST = 2_000_000_000
"""Nanoseconds in which a file may change twice and keep its time: FAT counts in two seconds."""
_MAGIC = b"llmpath\x00"
_HEAD = len(_MAGIC) + 4
_TAG = (__version__, __file__, sys.implementation.cache_tag, sys.hexversion, marshal.version)
_UNREADABLE: FileStamp = ("unreadable",)
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_ABANDONED = 10
"""Seconds after which a temporary file is that of a writer who was killed."""


class Cache:
    """The cache folder. `folder` is None where there is none; `writes` is False where nothing may be written.

    `sources` are, by name, those of what was loaded or kept.
    """

    def __init__(self, folder: str | None, *, writes: bool = True) -> None:
        self._folder = None if os.environ.get(OFF) == "1" else folder
        self._writes = writes
        self.sources: dict[str, tuple[Source, ...]] = {}

    def load(self, name: str, key: object, *, is_strict: bool = False) -> "Any":
        """Return what was kept under a name for this key, None where it cannot be trusted.

        A source that was settled is known by its stamp; `is_strict` asks for its content, too. What has
        settled since is kept as settled.
        """
        try:
            tag, kept_for, sources, kept = self._read(name)
            if (tag, kept_for) != (_TAG, (name, key)):
                return None
            found = tuple(_found_again(source, is_strict=is_strict) for source in sources)
        except (OSError, ValueError, EOFError, TypeError):
            return None
        held = tuple(source for source in found if source is not None)
        if len(held) < len(sources):
            return None
        if held != sources:
            self.keep(name, key, held, kept)
        self.sources[name] = held
        return kept

    def saw(self, name: str, sources: "Iterable[Source]") -> None:
        """Remember what something came from that costs nothing to work out, and so is not kept."""
        self.sources[name] = tuple(sources)

    def forget(self, name: str) -> None:
        """Forget what something was worked out from: it is about to change."""
        self.sources.pop(name, None)

    def _read(self, name: str) -> "Any":
        content = _own_file(f"{self._folder}/{name}") if self._folder else b""
        body = memoryview(content)[_HEAD:]
        if content[:_HEAD] != _MAGIC + crc32(body).to_bytes(4, "big"):
            raise ValueError(name)
        return marshal.loads(body)  # noqa: S302  (written by this user)

    def keep(self, name: str, key: object, sources: "Iterable[Source]", what: "Any") -> None:
        """Keep what was worked out from the sources, in silence where that is not possible."""
        if self._folder is None or not self._writes:
            return
        self.sources[name] = tuple(sources)
        try:
            whole: Any = (_TAG, (name, key), self.sources[name], what)
            body = marshal.dumps(whole)
            _replace(self._folder, name, _MAGIC + crc32(body).to_bytes(4, "big") + body)
        except (OSError, ValueError):
            return


NO_CACHE = Cache(None)


def source(path: str | os.PathLike[str], stamped: Stamped, content: bytes | None) -> Source:
    """Return a source that was stamped first, then read."""
    found, is_settled = stamped
    return (os.fspath(path), found, _digest(content), is_settled)


def stamp(path: str | os.PathLike[str]) -> Stamped:
    """Return the stamp of what is at a path now, and whether it is settled."""
    leads_to = (os.path.realpath(path),) if os.path.islink(path) else ()
    try:
        found = os.stat(path)
        if stat.S_ISDIR(found.st_mode):
            return tuple(sorted(os.listdir(path))), True
    except FileNotFoundError:
        return leads_to or None, True
    except (OSError, ValueError):
        return _UNREADABLE, False
    changed = max(found.st_mtime_ns, found.st_ctime_ns)
    said = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev, *leads_to)
    return said, 0 <= changed <= time.time_ns() - COARSEST


def _found_again(kept: Source, *, is_strict: bool) -> Source | None:
    """Return a source as it is now, None where it is not what it was."""
    path, stamp_then, digest, was_settled = kept
    stamp_now, is_settled = stamp(path)
    if stamp_now != stamp_then:
        return None
    if digest and (is_strict or not was_settled):
        with open(path, "rb") as file:
            if _digest(file.read()) != digest:
                return None
    return (path, stamp_now, digest, is_settled)


def _digest(content: bytes | None) -> bytes:
    """Return a digest of a file's content, empty for what is no file.

    Right from the module that hashlib has it from: hashlib loads OpenSSL as well, which costs as much as
    half a start.
    """
    if content is None:
        return b""
    try:
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b

    return blake2b(content, digest_size=16).digest()


def _own_file(path: str) -> bytes:
    """Return the bytes of a regular file of this user; raises OSError for anything else."""
    with open(path, "rb", opener=lambda path, _: os.open(path, _READ)) as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode) or not _is_ours(found):
            raise PermissionError(path)
        return file.read()


def _replace(folder: str, name: str, content: bytes) -> None:
    _make(folder)
    found = os.stat(folder)
    if not _is_ours(found):
        raise PermissionError(folder)
    if found.st_mode & 0o077 and not os.path.islink(folder):
        os.chmod(folder, 0o700)
    temporary = f"{folder}/{name}.new"
    try:
        descriptor = os.open(temporary, _CREATE, 0o600)
    except FileExistsError:
        if abs(time.time() - os.lstat(temporary).st_mtime) > _ABANDONED:
            os.unlink(temporary)
        return
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
        os.replace(temporary, f"{folder}/{name}")
    except BaseException:
        os.unlink(temporary)
        raise


def _make(folder: str) -> None:
    """Make a folder, and the one for all caches that it is in, 0700 as XDG asks; not a home."""
    for path in (os.path.dirname(folder), folder):
        if not os.path.isdir(path):
            os.mkdir(path, 0o700)


def _is_ours(found: os.stat_result) -> bool:
    return os.name == "nt" or found.st_uid == os.geteuid()
