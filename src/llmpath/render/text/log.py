"""`llmpath log` as text."""

from llmpath.render import words
from llmpath.render.clean import one_line
from llmpath.render.paper import Paper, Piece, Row
from llmpath.views.log import LogView
from llmpath.views.show import EntryView

_ROOM_FOR_TITLE = 60


def draw(view: LogView, paper: Paper) -> None:
    """Draw a row for each entry: the day, the thing, what was said of it, and by whom if not here.

    Where there is little room the thing is told by its number and id.
    """
    if not view.entries:
        paper.line("Nothing was recorded yet.")
    rows = [_row(entry, view, paper) for entry in view.entries]
    if paper.width is not None and paper.width < _ROOM_FOR_TITLE:
        for day, name, _, said in rows:
            paper.line(day, "  ", name, "  ", said)
    else:
        paper.table(rows, ["left", "left", "grow", "left"])


def _row(entry: EntryView, view: LogView, paper: Paper) -> Row:
    name = " ".join(part for part in (entry.number, entry.id) if part)
    command = _cut(one_line(entry.command), paper)
    said = f"{command} (taken back)" if entry.undone else command
    if entry.device != view.device:
        said = f"{command} (on {entry.device})"
    return [
        Piece(words.day(entry.on, view.today), "dim"),
        Piece(name or "-", "number"),
        Piece(entry.title),
        Piece(said, "dim" if entry.undone else ""),
    ]


def _cut(command: str, paper: Paper) -> str:
    """Return a command, on a terminal at most as much of it as leaves half of the width to the rest."""
    if paper.width is None or len(command) <= paper.width // 2:
        return command
    return command[: paper.width // 2 - len(paper.glyphs.more)] + paper.glyphs.more
