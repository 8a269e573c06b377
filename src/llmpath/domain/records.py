"""Records: what is known of each key, all of it stamped. How two copies of it join is in `joining.py`.

The form and the rules are in `docs/storage.md`. A register whose value is None says that a command which
wrote it was taken back: nothing was said.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeVar, get_args

from llmpath.domain.timeline import Spans

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
AnyRegister = TypeVar("AnyRegister", Mark, Opened, Position, Seen, Note, Day)


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
    def is_begun(self) -> bool:
        """Whether it was opened or marked `doing` itself, whatever was said of its parts."""
        is_doing = self.mark is not None and self.mark.status == "doing"
        opened = self.opened
        return is_doing or (opened is not None and opened.when is not None and not opened.cleared)

    @property
    def touched(self) -> int:
        """When it was last opened or marked, in UTC milliseconds, 0 for never."""
        return max(self._touches(), default=0)

    def _touches(self) -> Iterator[int]:
        if self.mark is not None and self.mark.status is not None:
            yield self.mark.said_at
        if self.opened is not None and self.opened.when is not None:
            yield self.opened.when
        for entry in self.seen:
            if entry.status is not None:
                yield entry.said_at

    @property
    def only_notes(self) -> bool:
        """Whether nothing is known but notes."""
        return bool(self.notes) and not (self.mark or self.opened or self.position or self.seen)


class Progress(NamedTuple):
    """All records by key, and the days by device and local day."""

    items: Mapping[str, Record] = MappingProxyType({})
    days: Mapping[tuple[str, date], Day] = MappingProxyType({})
    extra: Extra = NOTHING_MORE


EMPTY = Record()


def stamp_after(now: int, by: str, replaced: Iterable[Register | None]) -> Stamp:
    """Return the stamp of a register written now, later than all that it replaces.

    One clock that once ran ahead thus pins only what it touched, and never loses to itself.
    """
    return Stamp(max([now, *(register.stamp.at + 1 for register in replaced if register)]), by)


def restamped(register: AnyRegister, stamp: Stamp) -> AnyRegister:
    """Return a register as it is written again, with a new stamp; what was said keeps its time."""
    if isinstance(register, Mark | Seen):
        return register._replace(stamp=stamp, when=register.said_at)
    return register._replace(stamp=stamp)
