"""What text is drawn on: lines and tables of styled fragments, with a plain and a rich back end."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol, TextIO

from llmpath.domain.records import Status
from llmpath.render.clean import clean, one_line

Style = Literal["", "title", "number", "dim", "todo", "doing", "done", "skipped", "link", "warning"]
Column = Literal["left", "right", "grow"]


class Fragment(NamedTuple):
    """A run of text in one style; `link` is where a click on it leads."""

    text: str
    style: Style = ""
    link: str | None = None


Row = Sequence[Fragment]


class Glyphs(NamedTuple):
    """The signs of a screen, by what its encoding can show."""

    todo: str
    doing: str
    done: str
    skipped: str
    full: str
    empty: str
    more: str
    between: str
    of: str
    chosen: str

    def status(self, status: Status) -> str:
        """Return the sign of a status."""
        return str(getattr(self, status))


UNICODE = Glyphs("○", "◐", "●", "⊘", "█", "░", "…", " · ", "/", "*")
ASCII = Glyphs("[ ]", "[~]", "[x]", "[-]", "#", ".", "...", " - ", "/", "*")


class Paper(Protocol):
    """A screen, or a pipe."""

    glyphs: Glyphs

    @property
    def width(self) -> int | None:
        """The columns of a terminal; None in a pipe or aloud, where lines are as long as they are."""

    def line(self, *fragments: Fragment | str) -> None:
        """Write a paragraph, wrapped at words on a terminal."""

    def hanging(self, label: Row, text: Fragment | str) -> None:
        """Write a text behind a label; on a terminal it is wrapped beside it."""

    def receipt(self, before: str, title: Fragment, after: str) -> None:
        """Write what was recorded, in one line; on a terminal the title is cut to make it one."""

    def table(self, rows: Sequence[Row], columns: Sequence[Column]) -> None:
        """Write rows in columns; on a terminal those that grow are cut to what is left."""


class PlainPaper:
    """Tab-free lines without escape codes, nothing wrapped and nothing cut."""

    width = None

    def __init__(self, stream: TextIO, glyphs: Glyphs) -> None:
        self._stream = stream
        self.glyphs = glyphs

    def line(self, *fragments: Fragment | str) -> None:
        """Write one line."""
        text = "".join(fragment if isinstance(fragment, str) else fragment.text for fragment in fragments)
        self._stream.write(re.sub(r"[\n\t]", " ", clean(text)).rstrip() + "\n")

    def hanging(self, label: Row, text: Fragment | str) -> None:
        """Write one line, whole."""
        self.line(*label, one_line(text if isinstance(text, str) else text.text))

    def receipt(self, before: str, title: Fragment, after: str) -> None:
        """Write one line, whole."""
        self.line(before, title, after)

    def table(self, rows: Sequence[Row], columns: Sequence[Column]) -> None:
        """Write rows in columns, two spaces apart."""
        cells = [[one_line(fragment.text) for fragment in row] for row in rows]
        widths = [max((len(row[at]) for row in cells), default=0) for at in range(len(columns))]
        for row in cells:
            padded = (
                text.rjust(width) if column == "right" else text.ljust(width)
                for text, width, column in zip(row, widths, columns, strict=True)
            )
            self._stream.write("  ".join(padded).rstrip() + "\n")
