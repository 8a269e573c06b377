"""Notes, and what `llmpath note` did with them."""

from datetime import date
from typing import Literal, NamedTuple

from llmpath.views import in_json

Did = Literal["noted", "edited", "deleted", "unchanged", "already deleted"]


@in_json(left_out={"title", "url"})
class NoteView(NamedTuple):
    """A learner's note; `moment` is a second of the video, `url` a link to it."""

    id: str
    number: str | None
    node_id: str | None
    key: str
    moment: int | None
    text: str
    on: date
    title: str
    url: str | None


class DraftView(NamedTuple):
    """What a note is about to be written on, and the text it has so far."""

    number: str | None
    id: str | None
    title: str
    moment: int | None
    text: str


@in_json(left_out={"did", "today"})
class NotesView(NamedTuple):
    """The note that was written, edited or deleted; where they were only asked for, all of them."""

    notes: tuple[NoteView, ...]
    today: date
    did: Did | None = None
