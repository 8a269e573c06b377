"""What a person changed in the progress file with an editor, found by what stood there before."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from llmpath.domain.records import (
    EMPTY,
    Day,
    Mark,
    Note,
    Opened,
    Position,
    Progress,
    Record,
    Seen,
    Stamp,
    visible,
)

R = TypeVar("R", Mark, Opened, Position, Seen, Note, Day)
K = TypeVar("K")


def taken_as_edited(edited: Progress, before: Progress | None, edit: Stamp) -> Progress:
    """Return edited progress with a stamp of the edit on every register that was changed.

    A register that stands in `before` as it is now keeps its stamp, and one whose stamp was raised is
    taken at its word. Without `before` all counts as edited.
    """
    known = before or Progress()
    items = {
        key: _record(record, known.items.get(key, EMPTY), edit, is_known=before is not None)
        for key, record in edited.items.items()
    }
    days = _each(edited.days, known.days, edit, is_known=before is not None)
    return replace(edited, items=items, days=days)


def _record(now: Record, before: Record, edit: Stamp, *, is_known: bool) -> Record:
    return replace(
        now,
        mark=_one(now.mark, before.mark, edit, is_known=is_known),
        opened=_one(now.opened, before.opened, edit, is_known=is_known),
        position=_one(now.position, before.position, edit, is_known=is_known),
        seen=_seen(now.seen, before.seen, edit, is_known=is_known),
        notes=_each(now.notes, before.notes, edit, is_known=is_known),
    )


def _one(now: R | None, before: R | None, edit: Stamp, *, is_known: bool) -> R | None:
    if now is None or now == before:
        return now
    if is_known and (before is None or now.stamp.at > before.stamp.at):
        return now
    at = max(edit.at, now.stamp.at, before.stamp.at + 1 if before else 0)
    return replace(now, stamp=Stamp(at, edit.by))


def _each(now: Mapping[K, R], before: Mapping[K, R], edit: Stamp, *, is_known: bool) -> dict[K, R]:
    registers = {
        name: _one(register, before.get(name), edit, is_known=is_known) for name, register in now.items()
    }
    return {name: register for name, register in registers.items() if register is not None}


def _seen(now: frozenset[Seen], before: frozenset[Seen], edit: Stamp, *, is_known: bool) -> frozenset[Seen]:
    """Return the entries; one that has the stamp of an entry which is gone is that entry, changed."""
    gone = {entry.stamp: entry for entry in before - now}
    return visible(
        frozenset(
            _one(entry, gone.get(entry.stamp), edit, is_known=is_known) or entry
            if entry not in before
            else entry
            for entry in now
        )
    )
