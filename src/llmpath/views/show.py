"""The screen of `llmpath show`."""

from dataclasses import dataclass
from datetime import date, datetime

from llmpath.domain.records import Status
from llmpath.views import drawn_only
from llmpath.views.node import NodeView
from llmpath.views.note import NoteView


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """Something that was recorded: when, on which device, by which kind of command."""

    at: datetime
    on: date
    device: str
    command: str
    number: str | None
    id: str | None
    title: str
    status: Status | None
    undone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanionView:
    """What goes with a resource: slides, notes, code."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowView:
    """One thing, whole. `note` is the curriculum's, `notes` are the learner's."""

    node: NodeView
    note: str | None
    notes: tuple[NoteView, ...]
    history: tuple[EntryView, ...]
    places: tuple[str, ...]
    links: tuple[CompanionView, ...]
    today: date = drawn_only()
    resume: int | None = drawn_only(None)
