"""The learner's notes, as they are shown."""

from collections.abc import Iterator

from llmpath.actions.learning_path import LearningPath
from llmpath.domain.keys import YOUTUBE, at_moment
from llmpath.domain.notes import notes_on
from llmpath.domain.outline import Node
from llmpath.domain.records import Note
from llmpath.views.note import NoteView


def notes_of(path: LearningPath, node: Node) -> Iterator[NoteView]:
    """Yield the notes on a thing or on the seconds of a chapter, called by that place."""
    for note in notes_on(node, path.standings):
        yield note_view(node, note)


def note_view(node: Node, note: Note) -> NoteView:
    """Return a note as it is shown at a place of the thing it is on."""
    return NoteView(
        id=note.id,
        number=node.number or None,
        node_id=node.id or None,
        key=str(node.key),
        moment=note.moment,
        text=note.text,
        on=note.on,
        title=node.title,
        url=link_to(node, note.moment),
    )


def link_to(node: Node, moment: int | None) -> str | None:
    """Return the link of a node, to the second of it if there is one and its site can play from there."""
    if node.url is None or moment is None or not str(node.key).startswith(YOUTUBE):
        return node.url
    return at_moment(node.url, moment)
