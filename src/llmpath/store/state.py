"""Everything that is known of the progress on disk, read together (`docs/storage.md`, Reading)."""

import os
from collections.abc import Iterator, Sequence
from functools import reduce
from pathlib import Path
from typing import NamedTuple

from llmpath.cache import Source, source, stamp
from llmpath.domain.hand_edits import taken_as_edited
from llmpath.domain.joining import join
from llmpath.domain.records import Progress, Stamp
from llmpath.errors import StateError
from llmpath.store import undo_file
from llmpath.store.copies import Copy, Verdict, backups, conflict_copies, read_copy, withheld
from llmpath.store.places import PROGRESS, UNDO
from llmpath.store.progress_form import Header


class State(NamedTuple):
    """The progress of all copies joined, and what the next write has to know.

    `own` is the machine's own file; `path` is where it really lies, a link followed. `kept` are the
    backups that were read because the own file is not whole, `others` the conflict copies. `remarks`
    are what a reader should be told; `refusal` is why nothing may be written, if so. `sources` is what
    all of it was read from, None where that is not whole or there is something to be told. `is_as_written`
    is whether progress and undo file are byte for byte what the last write left.
    """

    path: Path
    own: Copy
    kept: tuple[Copy, ...]
    others: tuple[Copy, ...]
    header: Header
    progress: Progress
    remarks: tuple[str, ...] = ()
    refusal: StateError | None = None
    sources: tuple[Source, ...] | None = None
    is_as_written: bool = False

    @property
    def has_faults(self) -> bool:
        """Whether an entry of what was read is not understood, and so ignored and kept."""
        return any(_faults(copy) for copy in (self.own, *self.kept, *self.others))

    @property
    def is_alone(self) -> bool:
        """Whether the own file is whole, and there is no other copy."""
        return self.own.verdict is Verdict.GOOD and not self.others


def read_state(directory: Path) -> State:
    """Return the state in a folder; raises `StateError` only where the folder cannot be read."""
    path = Path(os.path.realpath(directory / PROGRESS))
    try:
        folders = folder_sources(directory, path)
        own = read_copy(directory / PROGRESS, is_own=True)._replace(path=path)
        is_whole = own.verdict is Verdict.GOOD
        kept = () if is_whole else tuple(read_copy(copy) for copy in backups(directory))
        beside = tuple(_beside(directory, path.parent))
    except OSError as error:
        raise StateError(f"cannot read {directory}: {_reason(error)}", "check its permissions") from error
    others = tuple(copy for copy in beside if copy.document or copy.path.parent == directory)
    progress, remarks, refusal = _understood(own, kept, directory)
    for copy in others:
        if copy.document is None:
            remarks.append(f"{copy.path.name} is {copy.verdict.value} and ignored: {copy.reason}")
    joined = reduce(join, progresses(others), progress)
    for copy in (own, *others):
        remarks += [f"{copy.path.name}: {fault}: ignored and kept" for fault in _faults(copy)]
    header = next((copy.document.header for copy in (own, *kept) if copy.document), Header())
    sources = None
    if own.verdict in {Verdict.GOOD, Verdict.ABSENT} and not (remarks or refusal):
        sources = _all_of(folders, [copy.source for copy in (own, *kept, *beside)])
    return State(path, own, kept, others, header, joined, tuple(remarks), refusal, sources)


def kept_of(state: State, directory: Path) -> tuple[Copy, ...]:
    """Return all backups in a folder, read now where the state did without them; raises OSError."""
    return state.kept or tuple(read_copy(path) for path in backups(directory))


def folder_sources(directory: Path, path: Path) -> tuple[Source, ...]:
    """Return the folders that the progress at `path` and its copies lie in, with the names in them."""
    return tuple(source(folder, stamp(folder), None) for folder in dict.fromkeys((directory, path.parent)))


def _all_of(folders: Sequence[Source], files: Sequence[Source | None]) -> tuple[Source, ...] | None:
    """Return all sources, None where one could not be read: what is there may be good later."""
    readable = [file for file in files if file]
    return (*folders, *readable) if len(readable) == len(files) else None


def _beside(directory: Path, real: Path) -> Iterator[Copy]:
    """Yield the copies that a sync service laid in the state folder, and beside the file a link leads to.

    Other programs have files there, too: what is no progress there is none of ours.
    """
    yield from map(read_copy, conflict_copies(directory))
    if real != Path(os.path.realpath(directory)):
        yield from map(read_copy, conflict_copies(real))


def progresses(copies: Sequence[Copy]) -> list[Progress]:
    """Return what the copies that were understood hold."""
    return [copy.document.progress for copy in copies if copy.document]


def _understood(
    own: Copy, kept: Sequence[Copy], directory: Path
) -> tuple[Progress, list[str], StateError | None]:
    """Return the progress of the own file, or of the copies that stand in for it."""
    name, document = own.path.name, own.document
    match own.verdict:
        case Verdict.EDITED if document is not None:
            before = [*progresses(kept[:1]), *_written(directory)] if kept[0].document else []
            edit = Stamp(own.changed, document.header.device)
            return taken_as_edited(document.progress, before, edit), [], None
        case Verdict.NEWER if document is not None:
            reason = f"{own.path} is of a newer llmpath: {own.reason}"
            return document.progress, [], StateError(reason, "update llmpath to change it")
        case Verdict.CUT:
            remark = f"{name} is cut short ({own.reason}): read from its backups, and kept at the next write"
            return reduce(join, progresses(kept), Progress()), [remark], refusal_without(kept)
        case Verdict.WRONG | Verdict.UNREADABLE:
            remark = f"{name} cannot be read: {own.reason}; using the last good copy"
            last = next(iter(progresses(kept)), Progress())
            refusal = StateError(
                f"{own.path} cannot be read: {own.reason}",
                "mend it, or go on with the last good copy: llmpath doctor --fix",
            )
            return last, [remark], refusal
        case Verdict.ABSENT if any(copy.document for copy in kept):
            remark = f"{name} is gone, but its backups are there; to restore them: llmpath doctor --fix"
            return Progress(), [remark], None
        case _:
            return (document.progress if document else Progress()), [], None


def refusal_without(copies: Sequence[Copy]) -> StateError | None:
    """Return why nothing may be written in the place of copies that cannot be read just now."""
    copy = withheld(copies)
    hint = "nothing was changed; check its permissions and the disk"
    return StateError(f"{copy.path} cannot be read: {copy.reason}", hint) if copy else None


def _written(directory: Path) -> list[Progress]:
    """Return what the remembered commands wrote, by which the newest registers are known as unedited."""
    return [command.written for command in undo_file.read(directory / UNDO)]


def _faults(copy: Copy) -> tuple[str, ...]:
    return copy.document.faults if copy.document else ()


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
