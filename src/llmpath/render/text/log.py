"""`llmpath log` as text."""

from llmpath.render import words
from llmpath.render.paper import Paper, Piece, Row
from llmpath.views.log import LogView
from llmpath.views.show import EntryView


def draw(view: LogView, paper: Paper) -> None:
    """Draw a row for each entry: the day, the thing, what was said of it, and by whom if not here."""
    if not view.entries:
        paper.line("Nothing was recorded yet.")
    paper.table([_row(entry, view) for entry in view.entries], ["left", "left", "grow", "left"])


def _row(entry: EntryView, view: LogView) -> Row:
    name = " ".join(part for part in (entry.number, entry.id) if part)
    said = f"{entry.command} (taken back)" if entry.undone else entry.command
    if entry.device != view.device:
        said = f"{entry.command} (on {entry.device})"
    return [
        Piece(words.day(entry.on, view.today), "dim"),
        Piece(name or "-", "number"),
        Piece(entry.title),
        Piece(said, "dim" if entry.undone else ""),
    ]
