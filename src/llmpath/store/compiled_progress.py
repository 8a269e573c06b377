"""The joined progress as it is kept in the cache, so that its TOML is not parsed at every call."""

import os
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from llmpath.cache import Cache, Source
from llmpath.domain.records import (
    Day,
    Extra,
    Mark,
    Note,
    Opened,
    Position,
    Progress,
    Record,
    Seen,
    Stamp,
)

SHAPE = 2
"""Counts the shapes that the kept progress has had: one of another shape is not believed."""
NAME = "progress"


class Compiled(NamedTuple):
    """The progress of all copies joined, and what the own file says of itself: format, device, host.

    `is_alone` is whether the own file was there, and no other copy; `is_as_written` whether the undo file
    is one of the sources, too, as the write of this progress left it.
    """

    header: tuple[int, str, str]
    is_alone: bool
    is_as_written: bool
    progress: Progress


def load(cache: Cache, directory: Path, *, is_strict: bool = False) -> Compiled | None:
    """Return the progress in a folder as it was kept, None where files there have changed since."""
    kept = cache.load(NAME, _key(directory), is_strict=is_strict)
    if kept is None:
        return None
    header, is_alone, is_as_written, *plain = kept
    return Compiled(header, is_alone, is_as_written, _progress(*plain))


def keep(cache: Cache, directory: Path, sources: Iterable[Source], what: Compiled) -> None:
    """Keep what was read from the sources; not where something rides along that has no compiled form."""
    progress = what.progress
    items = {key: _plain_record(record) for key, record in progress.items.items()}
    days = {(by, day.toordinal()): _plain(register) for (by, day), register in progress.days.items()}
    facts = (tuple(what.header), what.is_alone, what.is_as_written)
    plain = (*facts, items, days, dict(progress.extra))
    cache.keep(NAME, _key(directory), sources, plain)


def _key(directory: Path) -> tuple[int, str]:
    return SHAPE, os.fspath(directory)


def _plain_record(record: Record) -> tuple[Any, ...]:
    return (
        record.title,
        record.mark and _plain(record.mark),
        record.opened and _plain(record.opened),
        record.position and _plain(record.position),
        [_plain(seen) for seen in record.seen],
        [_plain(note) for note in record.notes.values()],
        dict(record.extra),
    )


def _plain(register: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return a register with its stamp, its day and what rides along as marshal can write them."""
    return tuple(_plain_value(value) for value in register)


def _plain_value(value: Any) -> Any:
    if isinstance(value, Stamp):
        return tuple(value)
    if isinstance(value, date):
        return value.toordinal()
    return dict(value) if isinstance(value, Mapping) else value


def _progress(items: Mapping[str, Any], days: Mapping[tuple[str, int], Any], extra: Extra) -> Progress:
    return Progress(
        {key: _record(record) for key, record in items.items()},
        {
            (by, date.fromordinal(day)): Day(seconds, Stamp(*stamp), more)
            for (by, day), (seconds, stamp, more) in days.items()
        },
        extra,
    )


def _record(plain: Iterable[Any]) -> Record:
    title, mark, opened, position, seen, notes, extra = plain
    return Record(
        title,
        mark and _mark(*mark),
        opened and _opened(*opened),
        position and _position(*position),
        frozenset([_seen(*entry) for entry in seen]),
        {note[0]: _note(*note) for note in notes},
        extra,
    )


def _mark(status: Any, on: int, stamp: Any, *more: Any) -> Mark:
    return Mark(status, date.fromordinal(on), Stamp(*stamp), *more)


def _opened(when: int | None, stamp: Any, *more: Any) -> Opened:
    return Opened(when, Stamp(*stamp), *more)


def _position(second: int | None, stamp: Any, *more: Any) -> Position:
    return Position(second, Stamp(*stamp), *more)


def _seen(status: Any, spans: Any, on: int, stamp: Any, *more: Any) -> Seen:
    return Seen(status, spans, date.fromordinal(on), Stamp(*stamp), *more)


def _note(id_: str, text: str, on: int, stamp: Any, *more: Any) -> Note:
    return Note(id_, text, date.fromordinal(on), Stamp(*stamp), *more)
