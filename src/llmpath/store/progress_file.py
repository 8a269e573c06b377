"""`progress.toml` as it is read: without a lock, and from the cache while no file has changed."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from llmpath.cache import Cache
from llmpath.domain.records import Progress
from llmpath.store import compiled_progress
from llmpath.store.compiled_progress import Compiled
from llmpath.store.places import Places

if TYPE_CHECKING:
    from llmpath.store.progress_writer import ProgressWriter
    from llmpath.store.state import State

Warn = Callable[[str], None]


class Reading(NamedTuple):
    """Progress as it was read, and the name of this device in it, empty before the first write."""

    progress: Progress
    device: str


class ProgressFile:
    """One user's progress. `warn` is told what a reader should know though the command goes on."""

    def __init__(self, places: Places, warn: Warn, cache: Cache) -> None:
        self.places = places
        self.cache = cache
        self.warn = warn
        self._warned: set[str] = set()
        self._latest: Reading | None = None

    def read(self) -> Reading:
        """Return the progress on disk, empty where there is none or no place for any.

        Raises `StateError` where the folder cannot be read.
        """
        if self._latest is None:
            self._latest = self._read(self.places.state)
        return self._latest

    def changed(self, progress: Progress, device: str) -> None:
        """Take over what was just written."""
        self._latest = Reading(progress, device)

    def _read(self, directory: Path | None) -> Reading:
        if directory is None:
            return Reading(Progress(), "")
        known = compiled_progress.load(self.cache, directory)
        if known is not None:
            _, device, _ = known.header
            return Reading(known.progress, device)
        state = self.read_state(directory)
        if state.sources is not None:
            what = Compiled(state.header, state.is_alone, is_as_written=False, progress=state.progress)
            compiled_progress.keep(self.cache, directory, state.sources, what)
        return Reading(state.progress, state.header.device)

    def read_state(self, directory: Path) -> "State":
        """Return all that is known of the progress in a folder, and warn of what is wrong there, once."""
        from llmpath.store.state import read_state

        state = read_state(directory)
        for remark in state.remarks:
            if remark not in self._warned:
                self._warned.add(remark)
                self.warn(remark)
        return state

    def writer(self) -> "ProgressWriter":
        """Return what changes the progress, and knows what was changed last."""
        from llmpath.store.progress_writer import ProgressWriter

        return ProgressWriter(self)
