"""One write of the progress: what was read under the lock, and the way to put a change on disk."""

import os
import shlex
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from llmpath.domain.joining import apply
from llmpath.domain.occasion import Occasion
from llmpath.domain.records import Progress
from llmpath.domain.times import Now, to_time
from llmpath.errors import StateError
from llmpath.store import atomic
from llmpath.store.copies import DAILY, DAMAGED, Verdict, backups
from llmpath.store.device import host, new_device
from llmpath.store.lock import locked
from llmpath.store.places import BACKUP, LOCK, PROGRESS, UNDO
from llmpath.store.progress_form import FORMAT, Header, seal, to_toml
from llmpath.store.saving import explained, saved_all_the_same
from llmpath.store.state import State

DAILY_COPIES = 14


class Written(NamedTuple):
    """What is in the progress file once it was written, and in the undo file if that was, too."""

    path: Path
    content: bytes
    undo: bytes | None
    header: Header
    progress: Progress


class Transaction:
    """The newest state under the lock. `moment` is the time of the write as file names have it."""

    def __init__(self, directory: Path, state: State, now: Now) -> None:
        self.directory = directory
        self.state = state
        self.undo_path = directory / UNDO
        self.moment = to_time(now.at).strftime("%Y%m%dT%H%M%S")
        self._header = _own(state.header)
        self.written: Written | None = None
        self.occasion = Occasion(now.at, now.today, self._header.device)

    @property
    def progress(self) -> Progress:
        """The progress as it was read."""
        return self.state.progress

    def save(self, delta: Progress, undo: bytes) -> None:
        """Put a change on the progress; return when it is on disk."""
        self.write(apply(self.progress, delta), undo)

    def write(self, progress: Progress, undo: bytes | None = None) -> None:
        """Replace the undo file, if it changes, then the progress file; return when both are on disk.

        Raises `StateError` for more than would be read again.
        """
        import tomli_w

        path = self._target()
        folders = {self.directory, path.parent}
        content = seal(tomli_w.dumps(to_toml(self._header, progress)))
        if len(content) > atomic.SIZE_LIMIT:
            raise StateError(
                f"cannot save progress: it would be larger than {atomic.SIZE_LIMIT // 1024 // 1024} MB",
                "shorten or delete notes: llmpath note --list",
            )
        for folder in folders:
            atomic.sweep(folder)
        if undo is not None:
            atomic.replace(self.undo_path, undo)
            atomic.sync_directory(self.directory)
        self._keep_version_before(path)
        atomic.replace(path, content)
        with saved_all_the_same():
            for folder in folders:
                atomic.sync_directory(folder)
            self._rotate(content)
        self.written = Written(path, content, undo, self._header, progress)

    def put_aside(self, path: Path) -> Path:
        """Return a free name for what is kept of a damaged file."""
        return atomic.free(self.directory / f"{path.name}.damaged-{self.moment}")

    def _target(self) -> Path:
        """Return where the progress is written: what is at its name and no file of ours is not followed."""
        is_ours = self.state.own.verdict is not Verdict.UNREADABLE
        return self.state.path if is_ours else self.directory / PROGRESS

    def _keep_version_before(self, path: Path) -> None:
        """Keep the version before; one that is damaged under a name of its own, and never as the backup."""
        is_damaged = self.state.own.verdict in DAMAGED
        atomic.keep(path, self.put_aside(Path(PROGRESS)) if is_damaged else self.directory / BACKUP)

    def _rotate(self, content: bytes) -> None:
        """Keep a copy of the first write of a day, and of the last `DAILY_COPIES` days that had one."""
        today = self.directory / f"backup-{self.occasion.today.isoformat()}.toml"
        if today.exists():
            return
        atomic.replace(today, content)
        daily = [path for path in backups(self.directory) if DAILY.fullmatch(path.name)]
        for path in daily[DAILY_COPIES:]:
            path.unlink(missing_ok=True)
        atomic.sync_directory(self.directory)


@contextmanager
def in_transaction(
    directory: Path, now: Now, read: Callable[[Path], State], warn: Callable[[str], None]
) -> Iterator[Transaction]:
    """Hold the lock on a folder while the block writes what it came to.

    Raises `StateError` where something refuses; then the progress is as it was.
    """
    with explained("progress", StateError):
        atomic.make_directory(directory)
        with locked(directory / LOCK) as is_locked:
            if not is_locked:
                warn("this filesystem has no locks: do not run two llmpath at once")
            yield Transaction(directory, read(directory), now)


def refuse_unwritable(state: State) -> None:
    """Raise `StateError` where the progress was not understood, is of a newer format or read-only."""
    if state.refusal:
        raise state.refusal
    if state.own.verdict is not Verdict.ABSENT and not os.access(state.path, os.W_OK):
        raise StateError(
            f"cannot save progress: {state.path} is read-only",
            f"make it writable: chmod u+w {shlex.quote(str(state.path))}",
        )


def _own(header: Header) -> Header:
    """Return the header of the next version: a copied home is a new device."""
    here = host()
    same = header.device and header.host in {here, ""}
    return Header(FORMAT, header.device if same else new_device(), here)
