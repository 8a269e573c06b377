"""`progress.toml`: read without a lock, written in five steps under one (`docs/storage.md`)."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from llmpath.domain.marking import Occasion
from llmpath.domain.records import Progress, apply
from llmpath.domain.undo import Command, Reversals, remember, settled
from llmpath.errors import StateError, UnconfirmedError
from llmpath.regular_file import read_regular
from llmpath.store import atomic, undo_file
from llmpath.store.device import host, new_device
from llmpath.store.lock import locked
from llmpath.store.places import BACKUP, LOCK, PROGRESS, UNDO, Places
from llmpath.store.progress_form import FORMAT, Header, seal, to_toml
from llmpath.store.progress_reading import Document, from_toml

Warn = Callable[[str], None]


class HasDelta(Protocol):
    """What a decision under the lock comes to: the registers to write, none for nothing to do."""

    @property
    def delta(self) -> Progress:
        """The registers to write."""


D = TypeVar("D", bound=HasDelta)


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

    def read(self) -> Reading:
        """Return the progress on disk, empty where there is none or no place for any.

        Raises `StateError` where the file cannot be read.
        """
        if self._places.state is None:
            return Reading(Progress(), "")
        document = self._read(self._places.in_state(PROGRESS))
        return Reading(document.progress, document.header.device)

    def record(self, words: str, now: Now, decide: Callable[[Progress, Occasion], D]) -> D:
        """Write what `decide` comes to on the newest progress, and remember it for `undo`.

        Raises `StateError` where it cannot be saved; then the file is as it was.
        """
        with self._writing(now) as desk:
            decision = decide(desk.progress, desk.occasion)
            if _writes(decision.delta):
                command = remember(words, desk.progress, decision.delta, desk.occasion)
                desk.save(decision.delta, [*desk.commands(), command])
        return decision

    def reverse(
        self, now: Now, choose: Callable[[Sequence[Command], Progress, Occasion], Reversals]
    ) -> Reversals:
        """Write what `choose` says takes remembered commands back, or brings one back.

        Raises `StateError` as `record` does.
        """
        with self._writing(now) as desk:
            reversals = choose(desk.commands(), desk.progress, desk.occasion)
            if reversals.reversed:
                desk.save(reversals.delta, reversals.commands)
        return reversals

    @contextmanager
    def _writing(self, now: Now) -> "Iterator[_Desk]":
        path = self._places.in_state(PROGRESS)
        with _explained():
            atomic.make_directory(path.parent)
            with locked(self._places.in_state(LOCK)) as is_locked:
                if not is_locked:
                    self._warn("this filesystem has no locks: do not run two llmpath at once")
                document = self._read(path)
                _refuse_unwritable(path, document)
                yield _Desk(self._places, document, now)

    def _read(self, path: Path) -> Document:
        import tomllib

        try:
            content = read_regular(path, atomic.SIZE_LIMIT)
            if content is None:
                return Document(Header(), Progress())
            document = from_toml(tomllib.loads(content.decode("utf-8-sig").rstrip("\x00 \r\n")))
        except OSError as error:
            raise StateError(f"cannot read {path}: {error.strerror}", "llmpath paths") from error
        except (ValueError, RecursionError) as error:
            raise StateError(
                f"{path} is damaged: {error}", f"the version before is {path.name}.bak"
            ) from error
        for fault in document.faults:
            self._warn(f"{path.name}: {fault}: ignored and kept")
        return document


class _Desk:
    """The newest progress under the lock, and the way to save a change of it."""

    def __init__(self, places: Places, document: Document, now: Now) -> None:
        self._places = places
        self._path = Path(os.path.realpath(places.in_state(PROGRESS)))
        self.progress = document.progress
        self._header = _own(document.header)
        self.occasion = Occasion(now.at, now.today, self._header.device)

    def commands(self) -> list[Command]:
        """Return the remembered commands, without those that never landed."""
        return list(settled(undo_file.read(self._places.in_state(UNDO)), self.progress))

    def save(self, delta: Progress, commands: Sequence[Command]) -> None:
        """Encode, then replace the undo file and the progress file; return when both are on disk."""
        import tomli_w

        state = self._places.in_state(PROGRESS).parent
        content = seal(tomli_w.dumps(to_toml(self._header, apply(self.progress, delta))))
        for directory in {state, self._path.parent}:
            atomic.sweep(directory)
        undo_file.write(state / UNDO, commands)
        atomic.keep(self._path, state / BACKUP)
        atomic.replace(self._path, content)
        try:
            for directory in {state, self._path.parent}:
                atomic.sync_directory(directory)
        except OSError as error:
            raise UnconfirmedError(
                f"saved, but the disk did not confirm it: {error.strerror}", "check the disk"
            ) from error


def _own(header: Header) -> Header:
    """Return the header of the next version: a copied home is a new device."""
    here = host()
    same = header.device and header.host in {here, ""}
    return Header(FORMAT, header.device if same else new_device(), here)


def _writes(delta: Progress) -> bool:
    return bool(delta.items or delta.days)


def _refuse_unwritable(path: Path, document: Document) -> None:
    if document.header.format > FORMAT:
        raise StateError(
            f"{path} is of a newer llmpath (format {document.header.format})", "update llmpath to change it"
        )
    if path.exists() and not os.access(path, os.W_OK):
        raise StateError(f"cannot save progress: {path} is read-only", f"chmod u+w {path}")


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
