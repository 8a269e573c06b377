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
from llmpath.store.compiled_progress import NAME
from llmpath.store.known_state import keep_written, known_state
from llmpath.store.places import UNDO, placed
from llmpath.store.progress_file import ProgressFile
from llmpath.store.state import State
from llmpath.store.transaction import Transaction, in_transaction, refuse_unwritable

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
        with self._writing(now) as transaction:
            decision = decide(transaction.progress, transaction.occasion)
            if decision.delta.items or decision.delta.days:
                command = remember(words, transaction.progress, decision, transaction.occasion)
                before = None if transaction.state.is_as_written else transaction.progress
                transaction.save(decision.delta, undo_file.with_new(transaction.undo_path, command, before))
        return decision

    def reverse(
        self, now: Now, choose: Callable[[Sequence[Command], Progress, Occasion], Reversals]
    ) -> Reversals:
        """Write what `choose` says takes remembered commands back, or brings one back.

        Raises `StateError` as `record` does.
        """
        with self._writing(now) as transaction:
            commands = settled(undo_file.read(transaction.undo_path), transaction.progress)
            reversals = choose(commands, transaction.progress, transaction.occasion)
            if reversals.reversed:
                transaction.save(reversals.delta, undo_file.of(reversals.commands))
        return reversals

    @contextmanager
    def _writing(self, now: Now) -> Iterator[Transaction]:
        directory = placed(self._file.places.state, "progress", "set HOME or LLMPATH_STATE_DIR")
        with in_transaction(directory, now, self._read, self._file.warn) as transaction:
            refuse_unwritable(transaction.state)
            self._file.cache.forget(NAME)
            yield transaction
            if transaction.written is not None:
                keep_written(self._file.cache, transaction, transaction.written)
                self._file.changed(transaction.written.progress, transaction.written.header.device)

    def _read(self, directory: Path) -> State:
        return known_state(self._file.cache, directory) or self._file.read_state(directory)
