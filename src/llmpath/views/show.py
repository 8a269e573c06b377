"""The screen of `llmpath show`."""

from datetime import date, datetime
from typing import NamedTuple

from llmpath.domain.records import Status
from llmpath.views import in_json
from llmpath.views.node import NodeView
from llmpath.views.note import NoteView


class EntryView(NamedTuple):
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


class CompanionView(NamedTuple):
    """What goes with a resource: slides, notes, code."""

    title: str
    url: str


@in_json(left_out={"today", "resume"})
class ShowView(NamedTuple):
    """One thing, whole. `note` is the curriculum's, `notes` are the learner's."""

    node: NodeView
    note: str | None
    notes: tuple[NoteView, ...]
    history: tuple[EntryView, ...]
    places: tuple[str, ...]
    links: tuple[CompanionView, ...]
    today: date
    resume: int | None = None
