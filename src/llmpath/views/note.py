"""Notes, and what `llmpath note` did with them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from llmpath.views import drawn_only

Did = Literal["noted", "edited", "deleted", "already deleted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """A learner's note; `moment` is a second of the video, `url` a link to it."""

    id: str
    number: str | None
    node_id: str | None
    key: str
    moment: int | None
    text: str
    on: date
    title: str = drawn_only()
    url: str | None = drawn_only()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftView:
    """What a note is about to be written on, and the text it has so far."""

    number: str | None
    id: str | None
    title: str
    moment: int | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesView:
    """The note that was written, edited or deleted; where they were only asked for, all of them."""

    notes: tuple[NoteView, ...]
    did: Did | None = drawn_only(None)
    today: date = drawn_only()
