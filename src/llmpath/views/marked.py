"""What `llmpath mark`, `undo` and `redo` recorded."""

from datetime import date, datetime
from typing import NamedTuple

from llmpath.domain.records import Status
from llmpath.views import in_json


@in_json(left_out={"only_noted", "title", "since", "things", "moment"})
class MarkedView(NamedTuple):
    """A thing that was marked, as it is now; `since` is the day it has been so.

    `moment` is the second up to which it was watched, if that was said.
    """

    number: str | None
    id: str | None
    key: str | None
    status: Status
    also: tuple[str, ...]
    title: str
    only_noted: bool = False
    since: date | None = None
    things: int = 1
    moment: int | None = None


class MovedView(NamedTuple):
    """How far a thing, section or curriculum is after a mark; `name` is empty for all of it.

    Of `among` chapters, parts or resources so many are done and skipped.
    """

    name: str
    unit: str
    done: int
    skipped: int
    among: int
    seconds_left: int
    estimated: bool


@in_json(left_out={"said", "today", "nothing", "moved"})
class MarkView(NamedTuple):
    """What a mark changed, and what was so already."""

    changed: tuple[MarkedView, ...]
    unchanged: tuple[MarkedView, ...]
    said: Status
    today: date
    nothing: str = ""
    moved: tuple[MovedView, ...] = ()


class ReversedView(NamedTuple):
    """A command taken back or brought back; what was changed later was left alone."""

    command: str
    at: datetime
    changed: tuple[MarkedView, ...]
    left_alone: tuple[MarkedView, ...]


@in_json(left_out={"asked", "is_redo"})
class UndoView(NamedTuple):
    """The commands that were taken back, or brought back, newest first."""

    commands: tuple[ReversedView, ...]
    asked: int = 1
    is_redo: bool = False
