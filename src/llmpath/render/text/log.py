"""`llmpath log` as text."""

from collections.abc import Sequence

from llmpath.render import words
from llmpath.render.clean import one_line
from llmpath.render.paper import Fragment, Paper, Row, Style
from llmpath.render.text import fragments
from llmpath.views.log import LogView
from llmpath.views.show import EntryView

_GAP = 2
_ROOM_FOR_COLUMNS = 30
"""What a title and a command share at least; with less room for them an entry is a paragraph."""


def draw(view: LogView, paper: Paper) -> None:
    """Draw a row for each entry: the day, the thing, what was said of it, and by whom if not here.

    Where there is little room the thing is told by its number and id.
    """
    if not view.entries:
        paper.line("Nothing was recorded yet.")
    elif paper.width is None:
        rows = [_row(entry, view, _called(entry)) for entry in view.entries]
        joined = [[*row[:3], Fragment(f"{row[3].text} {row[4].text}")] for row in rows]
        paper.table(joined, ["left", "left", "grow", "left"])
    else:
        _draw_screen(view, paper, paper.width)


def _draw_screen(view: LogView, paper: Paper, width: int) -> None:
    """Draw things by number and id, by the number alone where there is little room."""
    for called in (_called, _number):
        rows = [_row(entry, view, called(entry)) for entry in view.entries]
        fixed = [_widest(rows, column) + _GAP for column in (0, 1, 4)]
        if width - sum(fixed) - _GAP >= _ROOM_FOR_COLUMNS:
            paper.table(rows, ["left", "left", "grow", "grow", "left"])
            return
    for entry in view.entries:
        day, number, title, said, by = _row(entry, view, _number(entry))
        head = [day, Fragment("  "), number, Fragment("  ")]
        named = "" if entry.number else f"{title.text}: "
        paper.hanging(head, f"{named}{said.text} {by.text}")


def _row(entry: EntryView, view: LogView, called: str) -> Row:
    by = "(taken back)" if entry.undone else ""
    if entry.device != view.device:
        by = f"(on {entry.device})"
    style: Style = "dim" if entry.undone else ""
    return [
        Fragment(words.day(entry.on, view.today), "dim"),
        Fragment(called or "-", "number"),
        Fragment(entry.title),
        Fragment(one_line(entry.command), style),
        Fragment(by, style),
    ]


def _called(entry: EntryView) -> str:
    return fragments.called(entry.number, entry.id)


def _number(entry: EntryView) -> str:
    return entry.number or ""


def _widest(rows: Sequence[Row], column: int) -> int:
    return max(len(row[column].text) for row in rows)
