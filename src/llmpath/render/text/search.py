"""`llmpath search` as text."""

from collections.abc import Sequence

from llmpath.render.clean import one_line
from llmpath.render.paper import Fragment, Paper, Row
from llmpath.views.search import HitView, SearchView

_ROOM_FOR_TEXT = 30
_GAP = 2
_BEFORE = 3
"""A third of the room is for what stands before a hit."""


def draw(view: SearchView, paper: Paper) -> None:
    """Draw a row for each hit: what `open` takes to get there, and the text around it."""
    heads = [_head(hit) for hit in view.hits]
    if not view.hits:
        paper.line(f"No match for {view.words}.")
    elif paper.width is None:
        rows = [[*head, Fragment(hit.text)] for head, hit in zip(heads, view.hits, strict=True)]
        paper.table(rows, ["left", "left", "left", "grow"])
    else:
        _draw_screen(view, heads, paper, paper.width)


def _draw_screen(view: SearchView, heads: Sequence[Row], paper: Paper, width: int) -> None:
    """Draw the text beside what it is called by, below it where there is little room."""
    widths = [max(len(fragment.text) for fragment in column) for column in zip(*heads, strict=True)]
    room = width - sum(widths) - _GAP * len(widths)
    if room >= _ROOM_FOR_TEXT:
        rows = [[*head, _around(hit, room, paper)] for head, hit in zip(heads, view.hits, strict=True)]
        paper.table(rows, ["left", "left", "left", "grow"])
        return
    for (number, ref, where), hit in zip(heads, view.hits, strict=True):
        paper.line(number, " ", ref, " ", where)
        paper.table([[Fragment(""), _around(hit, width - _GAP, paper)]], ["left", "grow"])


def _head(hit: HitView) -> Row:
    return (
        Fragment(hit.number or "-", "number"),
        Fragment(one_line(hit.ref), link=hit.url),
        Fragment(hit.where, "dim"),
    )


def _around(hit: HitView, room: int, paper: Paper) -> Fragment:
    """Return the text; of a note from a word before the hit on, where that would else be cut off.

    A title is known by how it begins.
    """
    text, at = one_line(hit.text), len(one_line(hit.text[: hit.at]))
    begin = min(at - room // _BEFORE, len(text) - room + len(paper.glyphs.more))
    if hit.where != "note" or len(text) <= room or begin <= 0:
        return Fragment(text)
    begin = max(begin, text.find(" ", begin, at) + 1)
    return Fragment(paper.glyphs.more + text[begin:])
