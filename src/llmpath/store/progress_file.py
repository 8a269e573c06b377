"""`progress.toml`: read without a lock, written in five steps under one (`docs/storage.md`)."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

from llmpath.domain.marking import Occasion
from llmpath.domain.records import Progress, apply
from llmpath.domain.times import to_time
from llmpath.domain.undo import Command, Decision, Reversals, remember, settled
from llmpath.errors import StateError, UnconfirmedError
from llmpath.store import atomic, undo_file
from llmpath.store.copies import DAILY, DAMAGED, Verdict, backups
from llmpath.store.device import host, new_device
from llmpath.store.lock import locked
from llmpath.store.places import BACKUP, LOCK, PROGRESS, UNDO, Places
from llmpath.store.progress_form import FORMAT, Header, seal, to_toml
from llmpath.store.state import State, read_state

Warn = Callable[[str], None]


DAILY_COPIES = 14


D = TypeVar("D", bound=Decision)


class Now(NamedTuple):
    """The time of a command: UTC milliseconds and the local day."""

    at: int
    today: date


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
    def _writing(self, now: Now) -> "Iterator[_Desk]":
        directory = self._places.in_state(PROGRESS).parent
        with _explained():
            atomic.make_directory(directory)
            with locked(directory / LOCK) as is_locked:
                if not is_locked:
                    self._warn("this filesystem has no locks: do not run two llmpath at once")
                state = self._read(directory)
                _refuse_unwritable(state)
                yield _Desk(directory, state, now)

    def _read(self, directory: Path) -> State:
        state = read_state(directory)
        for remark in state.remarks:
            if remark not in self._warned:
                self._warned.add(remark)
                self._warn(remark)
        return state


class _Desk:
    """The newest progress under the lock, and the way to save a change of it."""

    def __init__(self, directory: Path, state: State, now: Now) -> None:
        self._directory = directory
        self._state = state
        self.undo_path = directory / UNDO
        self._header = _own(state.header)
        self.progress = state.progress
        self.occasion = Occasion(now.at, now.today, self._header.device)

    def save(self, delta: Progress, undo: bytes) -> None:
        """Replace the undo file, then the progress file; return when both are on disk."""
        import tomli_w

        path = self._state.path
        content = seal(tomli_w.dumps(to_toml(self._header, apply(self.progress, delta))))
        for directory in {self._directory, path.parent}:
            atomic.sweep(directory)
        atomic.replace(self.undo_path, undo)
        self._keep_version_before()
        atomic.replace(path, content)
        with _saved_all_the_same():
            for directory in {self._directory, path.parent}:
                atomic.sync_directory(directory)
            self._rotate(content)

    def _keep_version_before(self) -> None:
        """Keep the version before; one that is damaged under a name of its own, and never as the backup."""
        path = self._state.path
        if self._state.own.verdict is Verdict.CUT:
            when = to_time(self.occasion.now).strftime("%Y%m%dT%H%M%S")
            atomic.keep(path, self._directory / f"{DAMAGED}{when}")
        else:
            atomic.keep(path, self._directory / BACKUP)

    def _rotate(self, content: bytes) -> None:
        """Keep a copy of the first write of a day, and of the last `DAILY_COPIES` days that had one."""
        today = self._directory / f"backup-{self.occasion.today.isoformat()}.toml"
        if today.exists():
            return
        atomic.replace(today, content)
        daily = [path for path in backups(self._directory) if DAILY.fullmatch(path.name)]
        for path in daily[DAILY_COPIES:]:
            path.unlink(missing_ok=True)
        atomic.sync_directory(self._directory)


def _own(header: Header) -> Header:
    """Return the header of the next version: a copied home is a new device."""
    here = host()
    same = header.device and header.host in {here, ""}
    return Header(FORMAT, header.device if same else new_device(), here)


def _writes(delta: Progress) -> bool:
    return bool(delta.items or delta.days)


def _refuse_unwritable(state: State) -> None:
    if state.refusal:
        raise state.refusal
    if state.own.verdict is not Verdict.ABSENT and not os.access(state.path, os.W_OK):
        raise StateError(
            f"cannot save progress: {state.path} is read-only", f"make it writable: chmod u+w {state.path}"
        )


@contextmanager
def _explained() -> Iterator[None]:
    """Turn what the system refuses into one line that says what happened and what to do."""
    try:
        yield
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        raise StateError(
            f"cannot save progress: {error.strerror or error}{where}",
            "nothing was changed; mend it and run the command again",
        ) from error


@contextmanager
def _saved_all_the_same() -> Iterator[None]:
    """Say of a failure after the rename that the change stands, though the disk did not confirm it."""
    try:
        yield
    except OSError as error:
        raise UnconfirmedError(
            f"saved, but the disk did not confirm it: {error.strerror or error}", "check the disk"
        ) from error
