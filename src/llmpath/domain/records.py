"""Records: what is known of each key, all of it stamped, and how two copies of it join.

A register is a whole with one stamp: the greatest stamp wins, nothing is filled in from the loser.
That makes `join` commutative, associative and idempotent, so several machines and several copies of a
file lose nothing whatever order they are read in. The form and the rules are in `docs/storage.md`.

A register whose value is None says that a command which wrote it was taken back: nothing was said.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeVar, get_args

from llmpath.domain.timeline import Spans, Stretch, paint

Status = Literal["todo", "doing", "done", "skipped"]
STATUSES: tuple[Status, ...] = get_args(Status)
Extra = Mapping[str, Any]
"""What a newer llmpath or a person wrote beside what is known here, as TOML values; it rides along."""
NOTHING_MORE: Extra = MappingProxyType({})


class Stamp(NamedTuple):
    """When a register was written, in UTC milliseconds since 1970, and by which device."""

    at: int
    by: str


class Mark(NamedTuple):
    """What the whole thing was marked with; on a video only `doing`, the rest is in `Seen`."""

    status: Status | None
    on: date
    stamp: Stamp
    known: bool = False
    when: int | None = None
    extra: Extra = NOTHING_MORE

    @property
    def said_at(self) -> int:
        """When it was said first, in UTC milliseconds: an undo brings it back with a newer stamp."""
        return self.stamp.at if self.when is None else self.when


class Opened(NamedTuple):
    """When it was last opened, in UTC milliseconds; `cleared` once a later `todo` unmade that start."""

    when: int | None
    stamp: Stamp
    cleared: bool = False
    extra: Extra = NOTHING_MORE


class Position(NamedTuple):
    """The second at which a video was last stopped."""

    second: int | None
    stamp: Stamp
    extra: Extra = NOTHING_MORE


class Seen(NamedTuple):
    """What one command or one sitting said of seconds of a video."""

    status: Status | None
    spans: Spans
    on: date
    stamp: Stamp
    known: bool = False
    when: int | None = None
    extra: Extra = NOTHING_MORE

    @property
    def said_at(self) -> int:
        """When it was said first, in UTC milliseconds: an undo brings it back with a newer stamp."""
        return self.stamp.at if self.when is None else self.when

    def __hash__(self) -> int:
        return hash((self.status, self.spans, self.stamp))


class Note(NamedTuple):
    """A learner's note, on the thing or on a second of it; `gone` once it was deleted."""

    id: str
    text: str
    on: date
    stamp: Stamp
    moment: int | None = None
    gone: bool = False
    extra: Extra = NOTHING_MORE


class Day(NamedTuple):
    """The seconds newly seen on one device on one local day."""

    seconds: int
    stamp: Stamp
    extra: Extra = NOTHING_MORE


Register = Mark | Opened | Position | Seen | Note | Day
R = TypeVar("R", Mark, Opened, Position, Seen, Note, Day)


class Record(NamedTuple):
    """All that is known of one key. `seen` holds no entry that later ones cover wholly."""

    title: str = ""
    mark: Mark | None = None
    opened: Opened | None = None
    position: Position | None = None
    seen: frozenset[Seen] = frozenset()
    notes: Mapping[str, Note] = MappingProxyType({})
    extra: Extra = NOTHING_MORE

    @property
    def speaks(self) -> bool:
        """Whether a mark was made here that still stands."""
        return bool(self.mark and self.mark.status) or any(entry.status for entry in self.seen)

    @property
    def only_notes(self) -> bool:
        """Whether nothing is known but notes."""
        return bool(self.notes) and not (self.mark or self.opened or self.position or self.seen)


class Progress(NamedTuple):
    """All records by key, and the days by device and local day."""

    items: Mapping[str, Record] = MappingProxyType({})
    days: Mapping[tuple[str, date], Day] = MappingProxyType({})
    extra: Extra = NOTHING_MORE

    def record(self, keys: Iterable[str]) -> Record:
        """Return what is known under a key and its former keys together."""
        joined = EMPTY
        for key in keys:
            if key in self.items:
                joined = join_records(joined, self.items[key])
        return joined


EMPTY = Record()


def join(one: Progress, other: Progress) -> Progress:
    """Return the progress that holds the later of everything in both."""
    return Progress(
        items=_merge(one.items, other.items, join_records),
        days=_merge(one.days, other.days, later),
        extra=join_extra(one.extra, other.extra),
    )


def apply(progress: Progress, delta: Progress) -> Progress:
    """Return progress with a change made just now; its titles are the ones last seen."""
    joined = join(progress, delta)
    items = dict(joined.items)
    for key, changed in delta.items.items():
        items[key] = items[key]._replace(title=changed.title or items[key].title)
    return joined._replace(items=items)


def join_records(one: Record, other: Record) -> Record:
    """Return the record that holds the later of every register of both."""
    if one is EMPTY or one == other:
        return other
    return Record(
        title=max(one.title, other.title),
        mark=_later_of(one.mark, other.mark),
        opened=_later_of(one.opened, other.opened),
        position=_later_of(one.position, other.position),
        seen=visible(one.seen | other.seen),
        notes=_merge(one.notes, other.notes, later),
        extra=join_extra(one.extra, other.extra),
    )


def join_extra(one: Extra, other: Extra) -> Extra:
    """Return what rides along in both: under one name the greater, tables entry by entry."""
    if not one or not other:
        return one or other
    return _merge(one, other, _greater)


def later(one: R, other: R) -> R:
    """Return the register with the greater stamp; between equal stamps the greater in content."""
    return max(one, other, key=order)


def order(register: Register) -> tuple[Stamp, str]:
    """Return what registers are compared by: the stamp, then a text of the whole content."""
    content = zip(register._fields, register, strict=True)
    return register.stamp, repr([(name, _plain(value)) for name, value in content])


def layers(seen: Iterable[Seen]) -> list[Seen]:
    """Return seen entries from the one on top down."""
    entries = list(seen)
    return sorted(entries, key=order, reverse=True) if len(entries) > 1 else entries


def painted(seen: Iterable[Seen]) -> tuple[Stretch[Seen], ...]:
    """Return the timeline with the later entry on top of the earlier one, second by second."""
    return paint((entry.spans, entry) for entry in layers(seen))


def visible(seen: frozenset[Seen]) -> frozenset[Seen]:
    """Return the entries of which at least a second is on top."""
    return seen if len(seen) <= 1 else frozenset(stretch.top for stretch in painted(seen))


def stamp_after(now: int, by: str, replaced: Iterable[Register | None]) -> Stamp:
    """Return the stamp of a register written now, later than all that it replaces.

    One clock that once ran ahead thus pins only what it touched, and never loses to itself.
    """
    return Stamp(max([now, *(register.stamp.at + 1 for register in replaced if register)]), by)


def restamped(register: R, stamp: Stamp) -> R:
    """Return a register as it is written again, with a new stamp; what was said keeps its time."""
    if isinstance(register, Mark | Seen):
        return register._replace(stamp=stamp, when=register.said_at)
    return register._replace(stamp=stamp)


def _later_of(one: R | None, other: R | None) -> R | None:
    return later(one, other) if one and other else one or other


K = TypeVar("K")
V = TypeVar("V")


def _merge(one: Mapping[K, V], other: Mapping[K, V], choose: Any) -> dict[K, V]:
    """Return both mappings as one, `choose(a, b)` deciding what stands under a key they share."""
    merged = dict(one)
    for key, value in other.items():
        merged[key] = choose(merged[key], value) if key in merged else value
    return merged


def _greater(one: Any, other: Any) -> Any:
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return join_extra(one, other)
    return max(one, other, key=lambda value: repr(_plain(value)))


def _plain(value: Any) -> Any:
    """Return a value whose `repr` does not depend on the order in which tables were filled."""
    if isinstance(value, Mapping):
        return sorted((str(name), _plain(entry)) for name, entry in value.items())
    if isinstance(value, list | tuple):
        return [_plain(entry) for entry in value]
    return value
