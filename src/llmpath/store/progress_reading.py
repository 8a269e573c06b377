"""Reading `progress.toml`: TOML tables to registers (`docs/storage.md`).

An entry that is not understood is ignored, said, and kept as it stands.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple, TypeVar

from llmpath.domain.joining import order, visible
from llmpath.domain.records import (
    STATUSES,
    Day,
    Mark,
    Note,
    Opened,
    Position,
    Progress,
    Record,
    Register,
    Seen,
    Stamp,
)
from llmpath.domain.timeline import Spans, parse_spans
from llmpath.domain.times import EPOCH, to_milliseconds
from llmpath.store.progress_form import FORMAT, Header, Table

_LAST_YEAR = 9000
"""Stamps beyond this year are not taken: a later one could not be written."""


R = TypeVar("R", bound=Register)


class Document(NamedTuple):
    """A progress file understood; `faults` are the entries that were not, each in a few words."""

    header: Header
    progress: Progress
    faults: tuple[str, ...] = ()


def from_toml(document: Mapping[str, Any], changed: int | None = None) -> Document:
    """Return what a TOML document holds as progress, whatever else may stand in it.

    A register without a stamp was written by hand at `changed`, in UTC milliseconds, on the file's
    device; where that is None it is not understood. Raises ValueError where it is no progress at all.
    """
    rest = dict(document)
    number, device, host = rest.pop("format", FORMAT), rest.pop("device", ""), rest.pop("host", "")
    faults: list[str] = []
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        faults.append("format")
        number = FORMAT
    header = Header(number, device if _is_text(device) else "", host if _is_text(host) else "")
    unstamped = None if changed is None else Stamp(changed, header.device)
    return Document(header, from_tables(rest, faults, unstamped), tuple(faults))


def from_tables(tables: Mapping[str, Any], faults: list[str], unstamped: Stamp | None = None) -> Progress:
    """Return items and days read from TOML tables; what is not understood is named in `faults`.

    Raises ValueError where `items` or `days` is no table at all: that is no progress.
    """
    rest = dict(tables)
    items: dict[str, Record] = {}
    odd_items: Table = {}
    for key, table in _tables(rest.pop("items", {}), "items", faults, odd_items):
        items[key] = _read_record(key, table, faults, unstamped)
    days: dict[tuple[str, date], Day] = {}
    odd_days: Table = {}
    for device, by_day in _tables(rest.pop("days", {}), "days", faults, odd_days):
        for day, table in by_day.items():
            try:
                days[device, date.fromisoformat(day)] = _day(_Reader(table, unstamped))
            except _OddError as odd:
                faults.append(f"days.{device}.{day}: {odd}")
                odd_days.setdefault(device, {})[day] = table
            except ValueError:
                faults.append(f"days.{device}.{day}: no date")
                odd_days.setdefault(device, {})[day] = table
    kept = {name: table for name, table in (("items", odd_items), ("days", odd_days)) if table}
    return Progress(items=items, days=days, extra=rest | kept)


class _OddError(ValueError):
    """An entry that is not understood, in a few words."""


class _Reader:
    """Takes known fields out of a TOML table; what is left over rides along."""

    def __init__(self, table: Any, unstamped: Stamp | None) -> None:
        if not isinstance(table, dict):
            raise _OddError("no table")
        self._left: Table = dict(table)
        self._unstamped = unstamped

    def take(self, name: str, wanted: type, default: Any = ...) -> Any:
        value = self._left.pop(name, default)
        if value is ...:
            raise _OddError(f"{name} is missing")
        if value is not default and (type(value) is not wanted):
            raise _OddError(f"{name} is not {_CALLED[wanted]}")
        return value

    def seconds(self, name: str, default: Any = ...) -> Any:
        value = self.take(name, int, default)
        if value is not None and value < 0:
            raise _OddError(f"{name} is negative")
        return value

    def status(self) -> Any:
        value = self.take("status", str, None)
        if value not in {None, *STATUSES}:
            raise _OddError(f"status is none of {', '.join(STATUSES)}")
        return value

    def spans(self) -> Spans:
        spans = parse_spans(self.take("spans", str))
        if not spans:
            raise _OddError("spans are not like 0:00-8:08, 1:44:00-")
        return spans

    def time(self, name: str, default: Any = ...) -> Any:
        value = self.take(name, datetime, default)
        if value is None:
            return None
        if value.tzinfo is None or not EPOCH.year <= value.year < _LAST_YEAR:
            raise _OddError(f"{name} has no offset or an impossible year")
        return to_milliseconds(value)

    def stamp(self) -> Stamp:
        if self._unstamped and "at" not in self._left:
            return Stamp(self._unstamped.at, self.take("by", str, self._unstamped.by))
        return Stamp(self.time("at"), self.take("by", str))

    @property
    def left(self) -> Table:
        return self._left


_CALLED: dict[type, str] = {
    int: "a whole number",
    str: "text",
    bool: "true or false",
    date: "a date",
    datetime: "a time",
}


def _read_record(key: str, table: Table, faults: list[str], unstamped: Stamp | None) -> Record:
    rest = dict(table)
    title = rest.pop("title", "")
    if not _is_text(title):
        faults.append(f"{key}: title is not text")
        rest["title"], title = title, ""

    def one(name: str, read: Callable[[_Reader], R]) -> R | None:
        if name not in rest:
            return None
        try:
            register = read(_Reader(rest[name], unstamped))
        except _OddError as odd:
            faults.append(f"{key}: {name}: {odd}")
            return None
        del rest[name]
        return register

    def several(name: str, read: Callable[[_Reader], R]) -> list[R]:
        entries = rest.pop(name, [])
        good, odd = [], []
        for entry in entries if isinstance(entries, list) else [entries]:
            try:
                good.append(read(_Reader(entry, unstamped)))
            except _OddError as reason:
                faults.append(f"{key}: {name}: {reason}")
                odd.append(entry)
        if odd:
            rest[name] = odd
        return good

    return Record(
        title=title,
        mark=one("mark", _mark),
        opened=one("opened", _opened),
        position=one("position", _position),
        seen=visible(frozenset(several("seen", _seen))),
        notes={note.id: note for note in sorted(several("notes", _note), key=order)},
        extra=rest,
    )


def _mark(read: _Reader) -> Mark:
    return Mark(status=read.status(), **_said(read), stamp=read.stamp(), extra=read.left)


def _said(read: _Reader) -> dict[str, Any]:
    """Return the fields that marks and seen entries share."""
    return {
        "on": read.take("on", date),
        "known": read.take("known", bool, default=False),
        "when": read.time("when", None),
    }


def _opened(read: _Reader) -> Opened:
    return Opened(
        when=read.time("when", None), cleared=read.take("cleared", bool, default=False),
        stamp=read.stamp(), extra=read.left,
    )  # fmt: skip


def _position(read: _Reader) -> Position:
    return Position(second=read.seconds("second", None), stamp=read.stamp(), extra=read.left)


def _seen(read: _Reader) -> Seen:
    return Seen(status=read.status(), spans=read.spans(), **_said(read), stamp=read.stamp(), extra=read.left)


def _note(read: _Reader) -> Note:
    return Note(
        id=read.take("id", str), text=read.take("text", str), moment=read.seconds("moment", None),
        on=read.take("on", date), gone=read.take("gone", bool, default=False),
        stamp=read.stamp(), extra=read.left,
    )  # fmt: skip


def _day(read: _Reader) -> Day:
    return Day(seconds=read.seconds("seconds"), stamp=read.stamp(), extra=read.left)


def _tables(value: Any, name: str, faults: list[str], odd: Table) -> Iterator[tuple[str, Table]]:
    """Yield the entries of a table that are tables; the others are put into `odd`."""
    if not isinstance(value, dict):
        raise _OddError(f"{name} is no table")
    for key, entry in value.items():
        if isinstance(entry, dict):
            yield key, entry
        else:
            faults.append(f"{name}.{key} is no table")
            odd[key] = entry


def _is_text(value: Any) -> bool:
    return isinstance(value, str)
