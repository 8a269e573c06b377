"""`progress.toml`: read without a lock, written in five steps under one (`docs/storage.md`)."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeVar

from llmpath.domain.occasion import Occasion
from llmpath.domain.records import Progress
from llmpath.domain.times import Now
from llmpath.domain.undo import Command, Decision, Reversals, remember, settled
from llmpath.store import undo_file
from llmpath.store.desk import Desk, at_desk, refuse_unwritable
from llmpath.store.places import PROGRESS, UNDO, Places
from llmpath.store.state import State, read_state

Warn = Callable[[str], None]

D = TypeVar("D", bound=Decision)


class Reading(NamedTuple):
    """Progress as it was read, and the name of this device in it, empty before the first write."""

    progress: Progress
    device: str


class ProgressFile:
    """One user's progress. `warn` is told what a reader should know though the command goes on."""

    def __init__(self, places: Places, warn: Warn) -> None:
        self._places = places
        self._warn = warn
        self._warned: set[str] = set()

    def read(self) -> Reading:
        """Return the progress on disk, empty where there is none or no place for any.

        Raises `StateError` where the folder cannot be read.
        """
        if self._places.state is None:
            return Reading(Progress(), "")
        state = self._read(self._places.state)
        return Reading(state.progress, state.header.device)

    def remembered(self) -> tuple[Command, ...]:
        """Return this machine's last commands as they really happened, the newest last."""
        if self._places.state is None:
            return ()
        state = self._read(self._places.state)
        return settled(undo_file.read(self._places.state / UNDO), state.progress)

    def record(self, words: str, now: Now, decide: Callable[[Progress, Occasion], D]) -> D:
        """Write what `decide` comes to on the newest progress, and remember it for `undo`.

        Raises `StateError` where it cannot be saved; then the file is as it was.
        """
        with self._writing(now) as desk:
            decision = decide(desk.progress, desk.occasion)
            if _writes(decision.delta):
                command = remember(words, desk.progress, decision, desk.occasion)
                desk.save(decision.delta, undo_file.with_new(desk.undo_path, command, desk.progress))
        return decision

    def reverse(
        self, now: Now, choose: Callable[[Sequence[Command], Progress, Occasion], Reversals]
    ) -> Reversals:
        """Write what `choose` says takes remembered commands back, or brings one back.

        Raises `StateError` as `record` does.
        """
        with self._writing(now) as desk:
            commands = settled(undo_file.read(desk.undo_path), desk.progress)
            reversals = choose(commands, desk.progress, desk.occasion)
            if reversals.reversed:
                desk.save(reversals.delta, undo_file.of(reversals.commands))
        return reversals

    @contextmanager
    def _writing(self, now: Now) -> Iterator[Desk]:
        directory = self._places.in_state(PROGRESS).parent
        with at_desk(directory, now, self._read, self._warn) as desk:
            refuse_unwritable(desk.state)
            yield desk

    def _read(self, directory: Path) -> State:
        state = read_state(directory)
        for remark in state.remarks:
            if remark not in self._warned:
                self._warned.add(remark)
                self._warn(remark)
        return state


def _writes(delta: Progress) -> bool:
    return bool(delta.items or delta.days)
