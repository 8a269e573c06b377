"""What a person changed in the progress file with an editor, found by what stood there before."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from llmpath.domain.joining import visible
from llmpath.domain.records import (
    EMPTY,
    AnyRegister,
    Progress,
    Record,
    Seen,
    Stamp,
)

K = TypeVar("K")


def taken_as_edited(edited: Progress, before: Sequence[Progress], edit: Stamp) -> Progress:
    """Return edited progress with a stamp of the edit on every register that was changed.

    `before` has what is known to have been written: a register that stands there as it is now keeps
    its stamp, and one whose stamp was raised is taken at its word.
    """
    items = {
        key: _record(record, [known.items.get(key, EMPTY) for known in before], edit)
        for key, record in edited.items.items()
    }
    return edited._replace(items=items, days=_each(edited.days, [known.days for known in before], edit))


def _record(now: Record, before: Sequence[Record], edit: Stamp) -> Record:
    return now._replace(
        mark=now.mark and _one(now.mark, [record.mark for record in before], edit),
        opened=now.opened and _one(now.opened, [record.opened for record in before], edit),
        position=now.position and _one(now.position, [record.position for record in before], edit),
        seen=_seen(now.seen, frozenset().union(*(record.seen for record in before)), edit),
        notes=_each(now.notes, [record.notes for record in before], edit),
    )


def _one(now: AnyRegister, before: Sequence[AnyRegister | None], edit: Stamp) -> AnyRegister:
    times: list[int] = [register.stamp.at for register in before if register is not None]
    if now in before or (times and now.stamp.at > max(times)):
        return now
    at = max([edit.at, now.stamp.at, *(time + 1 for time in times)])
    return now._replace(stamp=Stamp(at, edit.by))


def _each(
    now: Mapping[K, AnyRegister], before: Sequence[Mapping[K, AnyRegister]], edit: Stamp
) -> dict[K, AnyRegister]:
    return {
        name: _one(register, [registers.get(name) for registers in before], edit)
        for name, register in now.items()
    }


def _seen(now: frozenset[Seen], before: frozenset[Seen], edit: Stamp) -> frozenset[Seen]:
    """Return the entries; one that has the stamp of an entry which is gone is that entry, changed."""
    gone = {entry.stamp: entry for entry in before - now}
    return visible(
        frozenset(entry if entry in before else _one(entry, [gone.get(entry.stamp)], edit) for entry in now)
    )
