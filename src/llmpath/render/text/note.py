"""Notes as text: what was done with one, all there are, and what stands below a draft."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from llmpath.domain.durations import clock
from llmpath.render import words
from llmpath.render.clean import one_line
from llmpath.render.paper import Column, Fragment, Paper, Row
from llmpath.render.text import fragments
from llmpath.views.note import Did, DraftView, NotesView, NoteView

_ROOM_FOR_TEXT = 30
_INDENT = 4
_COLUMNS: Sequence[Column] = ("left", "left", "left", "left", "left", "grow")


def draw(view: NotesView, paper: Paper) -> None:
    """Draw a receipt for what was written, else all notes: on a terminal below the thing they are on."""
    if view.did:
        for note in view.notes:
            _draw_receipt(note, view.did, paper)
    elif not view.notes:
        paper.line("There are no notes.")
    elif paper.width is None:
        paper.table([_row(note, view.today) for note in view.notes], _COLUMNS)
    else:
        for _, notes in groupby(view.notes, key=lambda note: note.key):
            _draw_thing(list(notes), view.today, paper)


def draw_of_one(notes: Sequence[NoteView], label: str, today: date, paper: Paper) -> None:
    """Draw the notes on one thing behind a label; a moment leads to its second."""
    if paper.width is None:
        paper.table([_linked_row(note, label, today) for note in notes], _COLUMNS)
        return
    at = max((len(_moment(note)) for note in notes), default=0)
    for note in notes:
        _draw_note(note, (Fragment(label, "dim"), *_head(note, at, today)), paper, paper.width)


def about(draft: DraftView) -> list[str]:
    """Return the lines that tell, below a draft, what the note is on."""
    at = "" if draft.moment is None else f" at {clock(draft.moment)}"
    return [one_line(f"A note on {fragments.names(draft.number, draft.id)}{draft.title}{at}")]


def _draw_receipt(note: NoteView, did: Did, paper: Paper) -> None:
    at = "" if note.moment is None else f" at {clock(note.moment)}"
    undo = "" if did in {"unchanged", "already deleted"} else fragments.UNDO_HINT
    before = f"{did} {one_line(note.id)}: {fragments.names(note.number, note.node_id)}"
    paper.receipt(before, Fragment(note.title, link=note.url), f"{at}{undo}")


def _draw_thing(notes: Sequence[NoteView], today: date, paper: Paper) -> None:
    first = notes[0]
    called = fragments.called(first.number, first.node_id) or "-"
    paper.table([[Fragment(called, "number"), Fragment(first.title, "title")]], ["left", "grow"])
    draw_of_one(notes, "", today, paper)


def _draw_note(note: NoteView, head: Row, paper: Paper, width: int) -> None:
    """Draw a note beside its head, every line of it for itself."""
    first, *others = note.text.split("\n")
    paper.hanging(head, first)
    indent = sum(len(fragment.text) for fragment in head)
    space = " " * (indent if width - indent >= _ROOM_FOR_TEXT else _INDENT)
    for line in others:
        paper.hanging((Fragment(space),), line) if line.strip() else paper.line("")


def _head(note: NoteView, at: int, today: date) -> Row:
    """Return the id, moment and day of a note; `at` is the width of the moments, 0 where there are none."""
    moment = _moment(note)
    return (
        Fragment(one_line(note.id), "number"),
        Fragment(" " * (at - len(moment) + (2 if at else 0))),
        Fragment(moment, "link", link=note.url),
        Fragment(f"  {words.day(note.on, today)}  ", "dim"),
    )


def _row(note: NoteView, today: date) -> Row:
    """Return a row of a list of notes on many things."""
    called = Fragment(note.number or "-"), Fragment(note.node_id or note.key)
    return Fragment(note.id), *called, *_when(note, today), Fragment(note.text)


def _linked_row(note: NoteView, label: str, today: date) -> Row:
    """Return a row of the notes on one thing, with the link to its second."""
    link = Fragment("-" if note.moment is None or note.url is None else note.url)
    return Fragment(label.rstrip()), Fragment(note.id), *_when(note, today), link, Fragment(note.text)


def _when(note: NoteView, today: date) -> Row:
    return Fragment(_moment(note) or "-"), Fragment(words.day(note.on, today))


def _moment(note: NoteView) -> str:
    return "" if note.moment is None else clock(note.moment)
