"""A model of a disk with a cache: what programs see on it, and what a power cut may leave.

A name that was made, changed or taken away is so for certain once its folder was synced, and bytes
once their file was. Until then a power cut takes them or leaves them, each by itself.
"""

import os
import posixpath
from collections.abc import Iterator, Mapping

from fault.images import Image
from fault.messages import Call

HARMLESS = {"answer", "chmod", "close", "directory", "fchmod", "flock", "read", "scandir"}
SYNCS = {"fdatasync", "fsync"}


class File:
    """The bytes of a file, whatever its names: as programs see them, and as they are for certain."""

    def __init__(self, data: bytes = b"", synced: bytes = b"") -> None:
        self.data, self.synced = data, synced
        self._position = 0

    @property
    def is_synced(self) -> bool:
        return self.data == self.synced

    def open(self, flags: int) -> None:
        """Write from the beginning on, or behind what is there."""
        if flags & os.O_TRUNC:
            self.data = b""
        self._position = len(self.data) if flags & os.O_APPEND else 0

    def write(self, data: bytes) -> None:
        """Put bytes behind those that were written last."""
        end = self._position + len(data)
        self.data = self.data[: self._position] + data + self.data[end:]
        self._position = end

    def after_power_cut(self) -> list[bytes]:
        """Return what may be left: all, nothing, what was certain, the first half, NULs."""
        size = len(self.data)
        return [self.data, b"", self.synced, self.data[: size // 2], bytes(size)]


FOLDER = File()
"""Stands for every folder; what is in it is told by the names."""

Names = Mapping[str, File | None]
"""What names stand for; None where there is none any more."""


class Disk:
    """Replays the calls of a run on a home."""

    def __init__(self, image: Image) -> None:
        self._certain: dict[str, File | None] = {".": FOLDER}
        for name, content in sorted(image.items()):
            self._certain[name] = self._certain[content] if isinstance(content, str) else _file(content)
        self.uncertain: list[Names] = []

    @property
    def names(self) -> dict[str, File]:
        """What programs see."""
        return _together(self._certain, *self.uncertain)

    def replay(self, call: Call) -> None:
        """Do what a call did; raises ValueError for one that this model does not know."""
        if not call.is_done or call.name in HARMLESS:
            return
        if call.name == "write":
            self.names[call.path].write(call.data)
        elif call.name in SYNCS:
            self._sync(call.path)
        else:
            self.uncertain += [names for names in [_named(call, self.names)] if names]
        if call.name == "create":
            self.names[call.path].open(call.flags)

    def _sync(self, path: str) -> None:
        file = self.names[path]
        if file is not FOLDER:
            file.synced = file.data
            return
        confirmed = [names for names in self.uncertain if path in {_folder(name) for name in names}]
        for names in confirmed:
            self._certain |= names
            self.uncertain.remove(names)

    def after_power_cut(self) -> Iterator[Image]:
        """Return homes that may be found: with every uncertain name, without any, without one."""
        every = self.uncertain
        without_one = [[*every[:at], *every[at + 1 :]] for at in range(len(every))]
        for left in (every, [], *without_one):
            names = _together(self._certain, *left)
            for damage in range(len(FOLDER.after_power_cut())):
                yield _image(names, damage)


def _named(call: Call, names: Mapping[str, File]) -> Names:
    """Return the names that a call makes, changes or takes away."""
    match call.name:
        case "create":
            return {} if call.path in names else {call.path: File()}
        case "mkdir":
            return {call.path: FOLDER}
        case "link":
            return {call.target: names[call.path]}
        case "unlink" | "remove":
            return {call.path: None}
        case "replace" | "rename":
            is_same = names.get(call.target) is names[call.path]  # then it is a silent no-op
            return {} if is_same else {call.path: None, call.target: names[call.path]}
    raise ValueError(call.name)


def _file(content: bytes | None) -> File:
    return FOLDER if content is None else File(content, content)


def _together(*layers: Names) -> dict[str, File]:
    together: dict[str, File | None] = {}
    for layer in layers:
        together |= layer
    return {name: file for name, file in together.items() if file is not None}


def _folder(name: str) -> str:
    return posixpath.dirname(name) or "."


def _image(names: Mapping[str, File], damage: int) -> Image:
    """Return a home with these names; what is in a folder that is gone is gone, too."""
    image: dict[str, bytes | str | None] = {}
    first: dict[File, str] = {}
    for name, file in sorted(names.items()):
        if name == "." or _folder(name) not in {".", *image}:
            continue
        if file is FOLDER:
            image[name] = None
        else:
            image[name] = first.get(file, file.after_power_cut()[0 if file.is_synced else damage])
            first.setdefault(file, name)
    return image
