"""Stamps of clocks that ran ahead: found, and put back without changing who comes after whom.

A stamp far ahead would win over every later change of its register that another machine makes until that
time has come. `docs/storage.md`, Join: more than a day ahead counts as far.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from llmpath.domain.records import (
    AnyRegister,
    Mark,
    Note,
    Opened,
    Progress,
    Record,
    Register,
    Seen,
    Stamp,
)
from llmpath.domain.times import to_milliseconds

TOLERANCE = 24 * 60 * 60 * 1000
"""How far ahead of the local clock a stamp may be, in milliseconds."""

FIRST_RELEASE = to_milliseconds(datetime(2026, 11, 1, tzinfo=UTC))
"""Before this there was no llmpath: a clock that says less is wrong."""

Restamping = Mapping[Stamp, Stamp]


class PutBack(NamedTuple):
    """The new stamp of each stamp ahead: by key of an item, and of all days."""

    items: Mapping[str, Restamping]
    days: Restamping

    @property
    def ahead(self) -> tuple[Stamp, ...]:
        """All stamps that are ahead."""
        return tuple(stamp for restamping in (*self.items.values(), self.days) for stamp in restamping)


def is_plausible(now: int) -> bool:
    """Whether a clock may be right; by one that cannot be, nothing is to be put back."""
    return now >= FIRST_RELEASE


def newest(progress: Progress) -> int:
    """Return the time of the newest stamp, 0 where there is none."""
    stamps = (r.stamp.at for record in progress.items.values() for r in _registers(record))
    return max([0, *stamps, *(day.stamp.at for day in progress.days.values())])


def put_back(sides: Sequence[Progress], now: int) -> PutBack:
    """Return the new stamps of all that is ahead in any of the sides, just later than the rest."""
    keys = {key for side in sides for key in side.items}
    items = {
        key: restamping
        for key in sorted(keys)
        if (restamping := _restamping((r for side in sides for r in _registers(side.items.get(key))), now))
    }
    return PutBack(items, _restamping((day for side in sides for day in side.days.values()), now))


def with_stamps_put_back(progress: Progress, back: PutBack, today: date) -> Progress:
    """Return progress with the new stamps; a day that has not come becomes today."""
    items = {
        key: _record(record, back.items[key], today) if key in back.items else record
        for key, record in progress.items.items()
    }
    days = {at: _one(day, back.days, today) for at, day in progress.days.items()}
    return progress._replace(items=items, days=days)


def _restamping(registers: Iterable[Register], now: int) -> Restamping:
    stamps = {register.stamp for register in registers}
    ahead = sorted(stamp for stamp in stamps if stamp.at > now + TOLERANCE)
    latest = max([now, *(stamp.at for stamp in stamps.difference(ahead))])
    return {stamp: Stamp(latest + rank, stamp.by) for rank, stamp in enumerate(ahead, start=1)}


def _registers(record: Record | None) -> Iterator[Register]:
    if record:
        yield from (register for register in (record.mark, record.opened, record.position) if register)
        yield from record.seen
        yield from record.notes.values()


def _record(record: Record, restamping: Restamping, today: date) -> Record:
    return record._replace(
        mark=record.mark and _one(record.mark, restamping, today),
        opened=record.opened and _one(record.opened, restamping, today),
        position=record.position and _one(record.position, restamping, today),
        seen=frozenset(_one(entry, restamping, today) for entry in record.seen),
        notes={name: _one(note, restamping, today) for name, note in record.notes.items()},
    )


def _one(register: AnyRegister, restamping: Restamping, today: date) -> AnyRegister:
    stamp = restamping.get(register.stamp)
    if stamp is None:
        return register
    if isinstance(register, Mark | Seen | Opened) and register.when is not None:
        register = register._replace(when=min(register.when, stamp.at))
    if isinstance(register, Mark | Seen | Note):
        register = register._replace(on=min(register.on, today))
    return register._replace(stamp=stamp)
