"""Notes as they stand: the learner's words on things and on moments of a video."""

from collections.abc import Iterable, Iterator

from llmpath.domain.outline import Node
from llmpath.domain.records import Note
from llmpath.domain.refs import node_of
from llmpath.domain.status import Standings
from llmpath.errors import AmbiguousRefError, UnknownNoteError, quoted


def notes_on(node: Node, standings: Standings) -> list[Note]:
    """Return the notes on a thing, or on the seconds of a chapter: by moment, then the last written last."""
    notes = standings.record(standings.outline.thing_of(node)).notes.values()
    return sorted(
        (note for note in notes if not note.gone and _is_inside(note, node)),
        key=lambda note: (-1 if note.moment is None else note.moment, note.on, note.stamp),
    )


def things(standings: Standings) -> Iterator[Node]:
    """Yield every thing once, as it is called, in curriculum order; then what only progress knows."""
    outline = standings.outline
    for node in outline.walk():
        if node.key is not None and not node.is_chapter and outline.called(node).number == node.number:
            yield node
    yield from gone(standings)


def gone(standings: Standings) -> Iterator[Node]:
    """Yield what progress knows and the curriculum no longer has, by title."""
    outline, progress = standings.outline, standings.progress
    nodes = (node_of(key, outline, progress) for key in progress.items if key not in outline.by_key)
    yield from sorted(nodes, key=lambda node: (node.title, str(node.key)))


def find(nodes: Iterable[Node], typed: str, standings: Standings) -> tuple[Node, Note]:
    """Return the note on one of `nodes` that an id, or the beginning of one, names, with what it is on.

    Deleted ones are found where no other begins so. Raises `UnknownNoteError` and `AmbiguousRefError`.
    """
    wanted = typed.strip().lower()
    notes = [(node, note) for node in nodes for note in standings.record(node).notes.values()]
    begun = [(node, note) for node, note in notes if wanted and note.id.lower().startswith(wanted)]
    exact = [(node, note) for node, note in begun if note.id.lower() == wanted]
    for found in (exact, [entry for entry in begun if not entry[1].gone], begun):
        if len(found) > 1:
            named = ", ".join(f"{note.id} on {node.ref}" for node, note in found[:8])
            raise AmbiguousRefError(
                f'"{quoted(typed)}" could be {named}', "type more of it, or name the thing before it"
            )
        if found:
            return found[0]
    raise UnknownNoteError(f'no note is called "{quoted(typed)}"', "to see them: llmpath note --list")


def _is_inside(note: Note, node: Node) -> bool:
    if not node.is_chapter:
        return True
    return (
        note.moment is not None and node.start <= note.moment and (node.end is None or note.moment < node.end)
    )
