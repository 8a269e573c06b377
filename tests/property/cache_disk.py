"""A file system with the coarsest clock there is: it ticks when it is told, and never in between."""

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import ModuleType, SimpleNamespace
from unittest.mock import patch

from llmpath import cache
from llmpath.store import copies

SECOND = 1_000_000_000


class Disk:
    """Tells the times of files: all that was written between two ticks has one time, as on FAT.

    The kernel's own times only say between which ticks that was. `probe` is a file to find out with
    where they stand now.
    """

    def __init__(self, probe: Path, now: int) -> None:
        self._probe = probe
        self._ticks = [(0, now)]
        self.now = now

    def pass_time(self, seconds: int) -> None:
        """Let time pass; what is written from now on is told from what was there by its time."""
        self.now += seconds * SECOND
        self._ticks.append((self._kernel_now(), self.now - self.now % cache.COARSEST))

    def stat(self, path: str | os.PathLike[str]) -> SimpleNamespace:
        """Return what `os.stat` says, with the times of this disk."""
        found = os.stat(path)
        times = {"st_mtime_ns": self._told(found.st_mtime_ns), "st_ctime_ns": self._told(found.st_ctime_ns)}
        same = {name: getattr(found, name) for name in ("st_mode", "st_size", "st_ino", "st_dev", "st_uid")}
        return SimpleNamespace(**same, **times)

    @contextmanager
    def mounted(self) -> Iterator[None]:
        """Let llmpath see these times, and no others."""
        with ExitStack() as stack:
            for module in (cache, copies):
                stack.enter_context(patch.object(module, "os", _with(os, stat=self.stat)))
            stack.enter_context(patch.object(cache, "time", _with(time, time_ns=lambda: self.now)))
            yield

    def _told(self, kernel_time: int) -> int:
        return next(told for begin, told in reversed(self._ticks) if begin <= kernel_time)

    def _kernel_now(self) -> int:
        """Return a time that the kernel gives to files from now on, and gave to none before."""
        first = latest = self._touched()
        while latest == first:
            latest = self._touched()
        return latest

    def _touched(self) -> int:
        self._probe.touch()
        return os.stat(self._probe).st_ctime_ns


def _with(module: ModuleType, **replaced: object) -> SimpleNamespace:
    return SimpleNamespace(**{**vars(module), **replaced})
