"""Drawing for a screen reader."""

import re
from collections.abc import Sequence
from typing import TextIO

from llmpath.render.clean import one_line
from llmpath.render.paper import Column, Fragment, Glyphs, PlainPaper, Row

SPOKEN = Glyphs("todo", "doing", "done", "skipped", "", "", "...", ", ", " of ", "in use")
"""Words in the place of signs."""

_PADDING = re.compile(r"^ {2,}| {2,}$")
_SILENT = {"", "-"}


class SpokenPaper(PlainPaper):
    """A line a fact, what it is about first; nothing in it is there for the eye."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream, SPOKEN)

    def line(self, *fragments: Fragment | str) -> None:
        """Write one line, with a colon where others have columns; an empty one is none."""
        texts = [fragment if isinstance(fragment, str) else fragment.text for fragment in fragments]
        said = "".join(_PADDING.sub(": ", text) for text in texts if text.strip(" ") or text == " ")
        if said.strip(": "):
            super().line(said.strip())

    def table(self, rows: Sequence[Row], columns: Sequence[Column]) -> None:
        """Write a line a row; what it is called comes first, and what it says right behind that."""
        grows = columns.index("grow") if "grow" in columns else 0
        for row in rows:
            cells = [one_line(fragment.text) for fragment in row]
            said = cells.pop(grows)
            cells.insert(min(1, grows), said)
            self.line(", ".join(cell for cell in cells if cell not in _SILENT))
