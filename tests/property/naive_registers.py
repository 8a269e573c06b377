"""A naive record of progress: a register for each second of a video, stamped by itself."""

from collections.abc import Iterable
from typing import Any, NamedTuple

LAST = 130
"""Stands for every second from here on, the open end: no length or moment in these tests reaches it."""
EVERY_SECOND = range(LAST + 1)
COVERED = frozenset({"done", "skipped"})

Name = tuple[str, str | int]
"""A key, and `mark`, `opened`, `position` or a second of its timeline."""


class Register(NamedTuple):
    """What was said last of one thing (None: it was taken back), when that was said first, and its stamp."""

    value: Any
    said: int
    at: int
    by: str

    @property
    def stamp(self) -> tuple[int, str]:
        return self.at, self.by


class Opening(NamedTuple):
    """When something was opened, and whether a later `todo` unmade that start."""

    when: int
    is_cleared: bool = False


Registers = dict[Name, Register]


def stamp_over(registers: Registers, names: Iterable[Name], now: int) -> int:
    """Return the time of a stamp: now, or a millisecond after all that is replaced."""
    return max([now, *(registers[name].at + 1 for name in names if name in registers)])
