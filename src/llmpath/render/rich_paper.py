"""Drawing on a terminal, with rich."""

import re
from collections.abc import Iterator, Sequence
from typing import TextIO

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.style import Style as RichStyle
from rich.text import Text

from llmpath.render.clean import clean, one_line
from llmpath.render.paper import Column, Fragment, Glyphs, Row, Style

_STYLES: dict[Style, str] = {
    "": "",
    "title": "bold",
    "number": "cyan",
    "dim": "dim",
    "todo": "",
    "doing": "yellow",
    "done": "green",
    "skipped": "dim",
    "link": "blue",
    "warning": "yellow",
}
_HEIGHT = 25  # told, so that rich does not ask the environment
_GAP = 2
_NARROWEST = 8
_NARROWEST_TEXT = 28
_INDENT = 4
_LONGEST_LABEL = 12
_DURATION = re.compile(r"\d+ [hms]\b(?: \d+ [hms]\b)*(?: left\b)?")
_GLUE = "\ufdd0"  # a noncharacter, which is in no text; rich breaks also at no-break spaces


class RichPaper:
    """A terminal of a known width, with colour where it is wanted, and links that can be clicked."""

    def __init__(self, stream: TextIO, glyphs: Glyphs, width: int, *, colour: bool) -> None:
        self.glyphs = glyphs
        self.width = width
        self._console = Console(
            file=stream,
            width=width,
            height=_HEIGHT,
            force_terminal=True,
            no_color=not colour,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )

    def line(self, *fragments: Fragment | str) -> None:
        """Write a paragraph, wrapped at words; one with a link or path too long for a line stays whole.

        So what is in it can be copied.
        """
        text = Text.assemble(*(self._text(fragment) for fragment in fragments))
        longest = max((len(word) for word in text.plain.split() if _is_whole(word)), default=0)
        is_whole = longest > self.width - _LONGEST_LABEL
        for line in [text] if is_whole else self._wrapped(text, self.width):
            self._console.print(line, soft_wrap=True)

    def hanging(self, label: Row, text: Fragment | str) -> None:
        """Write a text wrapped beside its label, below it where there is little room."""
        fragment = Fragment(text) if isinstance(text, str) else text
        body = self._text(fragment._replace(text=one_line(fragment.text)))
        head = Text.assemble(*(self._text(fragment) for fragment in label))
        indent = head.cell_len
        fits = indent + body.cell_len <= self.width
        if self.width - indent < _NARROWEST_TEXT and not fits:
            indent = _INDENT
            head.rstrip()
            if head:
                self._console.print(head, soft_wrap=True)
            head = Text(" " * indent)
        for line in self._wrapped(body, self.width - indent):
            self._console.print(head.append_text(line), soft_wrap=True)
            head = Text(" " * indent)

    def receipt(self, before: str, title: Fragment, after: str) -> None:
        """Write one line, the title cut to fit; a paragraph where hardly anything of it would be left."""
        room = self.width - cell_len(one_line(before)) - cell_len(one_line(after)) - 2
        if room >= _NARROWEST:
            title = title._replace(text=self._cut(one_line(title.text), room))
        self.line(before, title, Fragment(after, "dim"))

    def table(self, rows: Sequence[Row], columns: Sequence[Column]) -> None:
        """Write rows in columns; those that grow share what is left of the width, and are cut to it."""
        widths = self._widths(rows, columns)
        for row in rows:
            line = Text()
            for at, (fragment, column) in enumerate(zip(row, columns, strict=True)):
                if at:
                    line.append(" " * _GAP)
                line.append_text(self._cell(fragment, column, widths[at]))
            line.rstrip()
            self._console.print(line, soft_wrap=True)

    def _widths(self, rows: Sequence[Row], columns: Sequence[Column]) -> list[int]:
        widths = [
            max((cell_len(one_line(row[at].text)) for row in rows), default=0) for at in range(len(columns))
        ]
        growing = sorted((width, at) for at, width in enumerate(widths) if columns[at] == "grow")
        room = self.width - sum(widths) - _GAP * (len(columns) - 1) + sum(width for width, _ in growing)
        for sharing, (width, at) in zip(range(len(growing), 0, -1), growing, strict=True):
            widths[at] = max(_NARROWEST, min(width, room // sharing))
            room -= widths[at]
        return widths

    def _wrapped(self, text: Text, width: int) -> Iterator[Text]:
        """Yield the lines of a text broken at words, but not within a duration."""
        text.plain = _DURATION.sub(lambda found: found[0].replace(" ", _GLUE), text.plain)
        for line in text.wrap(self._console, width):
            line.rstrip()
            line.plain = line.plain.replace(_GLUE, " ")
            yield line

    def _cell(self, fragment: Fragment, column: Column, width: int) -> Text:
        text = self._cut(one_line(fragment.text), width)
        space = " " * (width - cell_len(text))
        cell = Text.assemble(self._text(Fragment(text, fragment.style, fragment.link)))
        return Text(space).append_text(cell) if column == "right" else cell.append(space)

    def _cut(self, text: str, width: int) -> str:
        if cell_len(text) <= width:
            return text
        return set_cell_size(text, max(0, width - len(self.glyphs.more))).rstrip() + self.glyphs.more

    def _text(self, fragment: Fragment | str) -> Text:
        fragment = Fragment(fragment) if isinstance(fragment, str) else fragment
        style = RichStyle.parse(_STYLES[fragment.style])
        if fragment.link and fragment.link.isprintable():
            style += RichStyle(link=fragment.link)
        return Text(clean(fragment.text), style=style)


def _is_whole(word: str) -> bool:
    """Whether a word is a link or path, there to be copied; wide letters stand without spaces in any text."""
    return ("/" in word or "\\" in word) and cell_len(word) == len(word)
