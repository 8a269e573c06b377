"""Noting: which registers a note, a change of it or its deletion writes."""

from collections.abc import Container, Mapping
from hashlib import sha256
from itertools import count
from string import ascii_lowercase, digits
from typing import NamedTuple

from llmpath.domain.marking import former_keys
from llmpath.domain.occasion import Occasion
from llmpath.domain.outline import Node
from llmpath.domain.records import Note, Progress, Record, stamp_after
from llmpath.domain.status import Standings
from llmpath.errors import BadNoteError, NothingNotedError

NOTE_LIMIT = 64 * 1024
"""The longest note, in bytes of UTF-8: one is read at a glance, and all of them at every command."""

_SIGNS = digits + ascii_lowercase
_ID_LENGTH = 4


class Noting(NamedTuple):
    """What a command would write, and the note as it is then."""

    delta: Progress
    former: Mapping[str, tuple[str, ...]]
    note: Note


def readable(content: bytes) -> str:
    """Return the text of a note that came as bytes; raise `BadNoteError` where it cannot be one."""
    if len(content) > NOTE_LIMIT:
        raise _too_long()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadNoteError("the note is not valid UTF-8", "nothing was noted; convert it first") from None


def tidy(text: str) -> str:
    """Return the text of a note as it is kept: LF for any line break, no white space around it.

    Raises `NothingNotedError` where none is left, and `BadNoteError` where it is too long.
    """
    tidied = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not tidied:
        raise NothingNotedError("nothing was noted: there is no text", 'say it with -m "…"')
    if len(tidied.encode()) > NOTE_LIMIT:
        raise _too_long()
    return tidied


def add(thing: Node, moment: int | None, text: str, standings: Standings, occasion: Occasion) -> Noting:
    """Return the change that puts a note on a thing, or on a second of it."""
    taken = {name for record in standings.progress.items.values() for name in record.notes}
    note = Note(
        id=_new_id(taken, occasion),
        text=text,
        moment=moment,
        on=occasion.today,
        stamp=stamp_after(occasion.now, occasion.device, []),
    )
    return _noting(thing, note, standings)


def edit(thing: Node, note: Note, text: str, standings: Standings, occasion: Occasion) -> Noting:
    """Return the change that gives a note another text, none where it has that; a deleted one comes back."""
    known = standings.record(thing).notes.get(note.id, note)
    if known.text == text and not known.gone:
        return Noting(Progress(), {}, known)
    return _noting(thing, _again(known._replace(text=text, gone=False), occasion), standings)


def delete(thing: Node, note: Note, standings: Standings, occasion: Occasion) -> Noting:
    """Return the change that deletes a note, an empty one where it is deleted."""
    known = standings.record(thing).notes.get(note.id, note)
    if known.gone:
        return Noting(Progress(), {}, known)
    return _noting(thing, _again(known._replace(gone=True), occasion), standings)


def _again(note: Note, occasion: Occasion) -> Note:
    """Return a note with a stamp that is later than its own."""
    return note._replace(stamp=stamp_after(occasion.now, occasion.device, [note]))


def _noting(thing: Node, note: Note, standings: Standings) -> Noting:
    delta = Progress(items={str(thing.key): Record(title=thing.title, notes={note.id: note})})
    return Noting(delta, former_keys(standings, delta), note)


def _new_id(taken: Container[str], occasion: Occasion) -> str:
    """Return an id that no note has; made of time and device, so that two machines seldom agree on one."""
    ids = (_signs(f"{occasion.device} {occasion.now} {attempt}") for attempt in count())
    return next(id_ for id_ in ids if id_ not in taken)


def _signs(seed: str) -> str:
    number = int.from_bytes(sha256(seed.encode()).digest())
    return "".join(_SIGNS[number // len(_SIGNS) ** place % len(_SIGNS)] for place in range(_ID_LENGTH))


def _too_long() -> BadNoteError:
    return BadNoteError(
        f"a note is at most {NOTE_LIMIT // 1024} kB, and this one is longer",
        "nothing was noted; keep it in a file and note where that lies",
    )
