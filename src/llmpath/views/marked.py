"""What `llmpath mark`, `undo` and `redo` recorded."""

from dataclasses import dataclass
from datetime import date, datetime

from llmpath.domain.records import Status
from llmpath.views import drawn_only


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedView:
    """A thing that was marked, as it is now; `since` is the day it has been so.

    `moment` is the second up to which it was watched, if that was said.
    """

    number: str | None
    id: str | None
    key: str | None
    status: Status
    also: tuple[str, ...]
    only_noted: bool = drawn_only(default=False)
    title: str = drawn_only()
    since: date | None = drawn_only(None)
    things: int = drawn_only(1)
    moment: int | None = drawn_only(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedView:
    """How far a thing, section or curriculum is after a mark; `name` is empty for all of it.

    `done` of `count` chapters, parts or resources are done.
    """

    name: str
    unit: str
    done: int
    count: int
    seconds_left: int
    estimated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkView:
    """What a mark changed, and what was so already."""

    changed: tuple[MarkedView, ...]
    unchanged: tuple[MarkedView, ...]
    said: Status = drawn_only()
    today: date = drawn_only()
    nothing: str = drawn_only("")
    moved: tuple[MovedView, ...] = drawn_only(())


@dataclass(frozen=True, slots=True, kw_only=True)
class ReversedView:
    """A command taken back or brought back; what was changed later was left alone."""

    command: str
    at: datetime
    changed: tuple[MarkedView, ...]
    left_alone: tuple[MarkedView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoView:
    """The commands that were taken back, or brought back, newest first."""

    commands: tuple[ReversedView, ...]
    asked: int = drawn_only(1)
    is_redo: bool = drawn_only(default=False)
