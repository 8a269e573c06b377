"""`llmpath note`: notes on things and on moments of a video."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import partial

from llmpath.actions.learning_path import LearningPath, open_path
from llmpath.actions.notes import note_view, notes_of
from llmpath.actions.session import Session
from llmpath.domain import noting
from llmpath.domain.moments import check_moment
from llmpath.domain.notes import find, things
from llmpath.domain.noting import Noting, tidy
from llmpath.domain.occasion import Occasion
from llmpath.domain.outline import Node, walk
from llmpath.domain.records import Note
from llmpath.domain.refs import group
from llmpath.domain.status import Standings
from llmpath.errors import UsageError
from llmpath.views.note import Did, DraftView, NotesView, NoteView

Write = Callable[[DraftView], AbstractContextManager[str]]
"""Has the text of a note written; what was written stays somewhere if the block fails to record it."""


def add_note(session: Session, refs: Sequence[str], write: Write) -> NotesView:
    """Record a note on the one thing or moment that `refs` names; on a chapter it is at its beginning."""
    path = open_path(session)
    node, moment = _place(path, refs)
    thing = path.outline.thing_of(node)
    with write(_draft(node, moment, "")) as written:
        decision = _record(session, path, partial(noting.add, thing, moment, tidy(written)))
    return _one(session, node, decision.note, "noted")


def edit_note(session: Session, refs: Sequence[str], id_: str, write: Write) -> NotesView:
    """Record another text of a note; it is looked for on what `refs` name, else everywhere."""
    path = open_path(session)
    thing, note = find(_things(path, refs), id_, path.standings)
    with write(_draft(thing, note.moment, note.text)) as written:
        decision = _record(session, path, partial(noting.edit, thing, note, tidy(written)))
    return _one(session, thing, decision.note, "edited" if decision.delta.items else "unchanged")


def delete_note(session: Session, refs: Sequence[str], id_: str) -> NotesView:
    """Record that a note is deleted; it is looked for on what `refs` name, else everywhere."""
    path = open_path(session)
    thing, note = find(_things(path, refs), id_, path.standings)
    decision = _record(session, path, partial(noting.delete, thing, note))
    return _one(session, thing, decision.note, "deleted" if decision.delta.items else "already deleted")


def list_notes(session: Session, refs: Sequence[str]) -> NotesView:
    """Return the notes on what `refs` name and on all that is in it, or all there are."""
    path = open_path(session)
    notes: dict[tuple[str, str], NoteView] = {}
    for node in _noted(path, refs):
        for note in notes_of(path, node):
            notes.setdefault((note.key, note.id), note)
    return NotesView(notes=tuple(notes.values()), today=session.now().today)


def _record(session: Session, path: LearningPath, decide: Callable[[Standings, Occasion], Noting]) -> Noting:
    return session.progress.writer().record(
        session.words,
        session.now(),
        lambda progress, occasion: decide(Standings(path.outline, progress), occasion),
    )


def _noted(path: LearningPath, refs: Sequence[str]) -> list[Node]:
    """Return what may have notes of what `refs` name: chapters, and things with all that is in them."""
    if not refs:
        return list(things(path.standings))
    nodes = [target.node for target in path.resolve(refs)]
    found = [inside for node in nodes for inside in walk([node]) if inside is node or not inside.is_chapter]
    return [node for node in found if node.key is not None]


def _things(path: LearningPath, refs: Sequence[str]) -> list[Node]:
    """Return the things that a note may be on, each key once."""
    found = (path.outline.thing_of(node) for node in _noted(path, refs))
    return list({node.key: node for node in found}.values())


def _place(path: LearningPath, refs: Sequence[str]) -> tuple[Node, int | None]:
    """Return the one thing or chapter to note something on, with the second."""
    asked = group(refs)
    targets = path.resolve(asked) if len(asked) == 1 else ()
    if len(targets) != 1:
        count = len(targets) or len(asked)
        raise UsageError(f"note takes one ref, not {count}", "the text of it goes behind -m, in quotes")
    node, moment = targets[0].node, targets[0].moment
    if node.key is None:
        raise UsageError(
            f"{node.name} is a section, and notes are on what is in it",
            f"to see that: llmpath list {node.id}",
        )
    if moment is not None:
        check_moment(node, moment, path.outline)
    return node, node.start if moment is None and node.is_chapter else moment


def _draft(node: Node, moment: int | None, text: str) -> DraftView:
    return DraftView(
        number=node.number or None, id=node.id or None, title=node.title, moment=moment, text=text
    )


def _one(session: Session, node: Node, note: Note, did: Did) -> NotesView:
    return NotesView(notes=(note_view(node, note),), did=did, today=session.now().today)
