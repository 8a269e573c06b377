"""`progress.toml` as it is changed: in five steps under a lock (`docs/storage.md`)."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from llmpath.domain.occasion import Occasion
from llmpath.domain.records import Progress
from llmpath.domain.times import Now
from llmpath.domain.undo import Command, Decision, Reversals, remember, settled
from llmpath.store import undo_file
from llmpath.store.compiled import NAME
from llmpath.store.desk import Desk, at_desk, refuse_unwritable
from llmpath.store.known_state import keep_written, known_state
from llmpath.store.places import PROGRESS, UNDO
from llmpath.store.progress_file import ProgressFile
from llmpath.store.state import State

D = TypeVar("D", bound=Decision)


class ProgressWriter:
    """What changes one user's progress, and remembers the commands that did."""

    def __init__(self, file: ProgressFile) -> None:
        self._file = file

    def remembered(self) -> tuple[Command, ...]:
        """Return this machine's last commands as they really happened, the newest last."""
        directory = self._file.places.state
        if directory is None:
            return ()
        return settled(undo_file.read(directory / UNDO), self._file.read().progress)

    def record(self, words: str, now: Now, decide: Callable[[Progress, Occasion], D]) -> D:
        """Write what `decide` comes to on the newest progress, and remember it for `undo`.

        Raises `StateError` where it cannot be saved; then the file is as it was.
        """
        with self._writing(now) as desk:
            decision = decide(desk.progress, desk.occasion)
            if decision.delta.items or decision.delta.days:
                command = remember(words, desk.progress, decision, desk.occasion)
                before = None if desk.state.is_as_written else desk.progress
                desk.save(decision.delta, undo_file.with_new(desk.undo_path, command, before))
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
        directory = self._file.places.in_state(PROGRESS).parent
        with at_desk(directory, now, self._read, self._file.warn) as desk:
            refuse_unwritable(desk.state)
            self._file.cache.forget(NAME)
            yield desk
            if desk.written is not None:
                keep_written(self._file.cache, desk, desk.written)
                self._file.changed(desk.written.progress, desk.written.header.device)

    def _read(self, directory: Path) -> State:
        return known_state(self._file.cache, directory) or self._file.read_state(directory)
