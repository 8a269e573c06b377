"""Search: where words stand in titles, chapters and notes, blind to case and accents."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from llmpath.domain.notes import gone, notes_on
from llmpath.domain.outline import Node
from llmpath.domain.status import Standings

Where = Literal["title", "chapter", "note"]


class Hit(NamedTuple):
    """A text that has all words: whose it is, and `at` which letter of it the first of them stands.

    `moment` is the second that a note is on.
    """

    node: Node
    where: Where
    text: str
    at: int
    moment: int | None = None


def search(words: Sequence[str], standings: Standings) -> Iterator[Hit]:
    """Yield every text that has all words, in any order and inside others, in curriculum order.

    A thing that stands in several places is told where it is called by; the curriculum's note on it
    belongs to its place and is told there. What the curriculum no longer has comes last, if there are
    notes on it.
    """
    wanted = [fold(word) for word in words]
    for node in standings.outline.walk():
        yield from _hits(node, wanted, standings)
    for node in gone(standings):
        if notes_on(node, standings):
            yield from _hits(node, wanted, standings)


def fold(text: str) -> str:
    """Return text as it is compared: NFKD, without combining marks, case folded."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def _hits(node: Node, wanted: Sequence[str], standings: Standings) -> Iterator[Hit]:
    places = standings.outline.places(node)
    is_called = places[0].number == node.number
    for title in [place.title for place in places] if is_called else []:
        if (at := _find(wanted, title)) is not None:
            yield Hit(node, "chapter" if node.is_chapter else "title", title, at)
            break
    if node.note and (at := _find(wanted, node.note)) is not None:
        yield Hit(node, "note", node.note, at)
    for note in notes_on(node, standings) if is_called and not node.is_chapter else []:
        if (at := _find(wanted, note.text)) is not None:
            yield Hit(node, "note", note.text, at, note.moment)


def _find(wanted: Sequence[str], text: str) -> int | None:
    """Return which letter of a text the first of the wanted words stands at, None if one is not in it."""
    folded = fold(text)
    found = [folded.find(word) for word in wanted]
    return None if -1 in found else _letter(text, min(found))


def _letter(text: str, position: int) -> int:
    """Return the letter of `text` that became the one at a position of its folded form."""
    return bisect_right(range(len(text)), position, key=lambda letter: len(fold(text[:letter]))) - 1
