"""What `llmpath doctor --fix` does to the state folder; nothing that could not be read is deleted."""

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from pathlib import Path

from llmpath.domain.clocks_ahead import is_plausible, put_back, with_stamps_put_back
from llmpath.domain.joining import join
from llmpath.domain.records import Progress
from llmpath.domain.times import Now
from llmpath.errors import StateError
from llmpath.store import atomic, undo_file
from llmpath.store.copies import DAMAGED, Copy, Verdict
from llmpath.store.doctor import permissions
from llmpath.store.doctor.copies import unreadable
from llmpath.store.places import PROGRESS
from llmpath.store.saving import explained, saved_all_the_same
from llmpath.store.state import State, kept_of, progresses, read_state, refusal_without
from llmpath.store.transaction import Transaction, in_transaction, refuse_unwritable


def mend(directory: Path, now: Now) -> Mapping[str, str]:
    """Mend what the checks find, as far as that is safe; return what was done, by name of the check.

    Nothing is done where the file is of a newer llmpath, or cannot be replaced safely. Raises
    `StateError` where something cannot be saved.
    """
    with explained("progress", StateError):
        opened = permissions.open_up(directory)
    with in_transaction(directory, now, read_state, _pass_over) as transaction:
        done = _mend(transaction, now)
    return done | ({"permissions": opened} if opened else {})


def _pass_over(_remark: str) -> None:
    """Say nothing: what a reader is told, the checks say."""


def _mend(transaction: Transaction, now: Now) -> dict[str, str]:
    state = transaction.state
    name = transaction.directory / PROGRESS
    if state.own.verdict is Verdict.NEWER or (name.is_dir() and not name.is_symlink()):
        return {}
    kept = kept_of(state, transaction.directory)
    refusal = refusal_without([state.own, *kept, *state.others])
    if refusal:
        raise refusal
    if state.own.verdict not in DAMAGED:
        refuse_unwritable(state)
    done = _put_aside_what_cannot_be_read(transaction, kept)
    copies = [copy for copy in state.others if copy.document and copy.verdict is not Verdict.NEWER]
    progress, undo, ahead = _put_back(transaction, _restored(state), now)
    is_gone = state.own.verdict is Verdict.ABSENT and bool(progresses(state.kept))
    if not (copies or ahead or is_gone or state.own.verdict in DAMAGED):
        return done
    done |= _written(transaction, progress, undo)
    with saved_all_the_same():
        if copies:
            joined = f"joined for good, and kept as {_renamed(transaction, copies, 'joined')}"
            done["conflict copies"] = "; ".join(filter(None, (joined, done.get("conflict copies"))))
    if ahead:
        done["clock"] = f"put {ahead} stamp{'s' if ahead > 1 else ''} back to now"
    return done


def _restored(state: State) -> Progress:
    """Return the progress to write: what every command reads, and for a file that is gone its backups."""
    is_gone = state.own.verdict is Verdict.ABSENT
    return reduce(join, progresses(state.kept), state.progress) if is_gone else state.progress


def _put_back(transaction: Transaction, progress: Progress, now: Now) -> tuple[Progress, bytes | None, int]:
    """Return progress and the undo file with no stamp ahead any more, and how many there were."""
    commands = undo_file.read(transaction.undo_path)
    sides = [side for command in commands for side in (command.before, command.after)]
    ahead = len(put_back([progress], now.at).ahead)
    if not ahead or not is_plausible(now.at):
        return progress, None, 0
    back = put_back([progress, *sides], now.at)
    remembered = [
        command._replace(
            before=with_stamps_put_back(command.before, back, now.today),
            after=with_stamps_put_back(command.after, back, now.today),
        )
        for command in commands
    ]
    return with_stamps_put_back(progress, back, now.today), undo_file.of(remembered), ahead


def _written(transaction: Transaction, progress: Progress, undo: bytes | None) -> dict[str, str]:
    """Write the progress after a forced backup; return what was done."""
    path, verdict = transaction.state.path, transaction.state.own.verdict
    if verdict in DAMAGED:
        kept = transaction.put_aside(Path(PROGRESS)).name
        transaction.write(progress, undo)
        return {"progress": f"was {verdict.value}: restored from its backups, and kept as {kept}"}
    backup = atomic.free(transaction.directory / f"backup-{transaction.moment}-before-fix.toml")
    atomic.keep(path, backup)
    transaction.write(progress, undo)
    if verdict is Verdict.ABSENT:
        return {"progress": "was gone: restored from its backups"}
    return {"progress": f"written anew; the version before is kept as {backup.name}"}


def _put_aside_what_cannot_be_read(transaction: Transaction, kept: Sequence[Copy]) -> dict[str, str]:
    done = {}
    for name, bad in (
        ("backups", unreadable(kept)),
        ("conflict copies", unreadable(transaction.state.others)),
    ):
        if bad:
            done[name] = f"put aside what cannot be read as {_renamed(transaction, bad, 'damaged')}"
    if undo_file.is_damaged(transaction.undo_path):
        understood = undo_file.of(undo_file.read(transaction.undo_path))
        path = transaction.put_aside(transaction.undo_path)
        os.rename(transaction.undo_path, path)
        atomic.replace(transaction.undo_path, understood)
        atomic.sync_directory(transaction.directory)
        done["undo"] = f"put aside as {path.name}; what is understood of it stays"
    return done


def _renamed(transaction: Transaction, copies: Iterable[Copy], what: str) -> str:
    """Rename copies so that they are not read any more, each in its folder; return their new names."""
    names = []
    for copy in copies:
        path = atomic.free(copy.path.with_name(f"{copy.path.name}.{what}-{transaction.moment}"))
        os.rename(copy.path, path)
        atomic.sync_directory(path.parent)
        names.append(path.name)
    return ", ".join(names)
