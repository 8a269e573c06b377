"""What a person sees of the bytes that a terminal gets: the text without its codes, the links, the width."""

import re
import unicodedata

_LINK = re.compile(r"\x1b\]8;[^;]*;([^\x1b]*)\x1b\\")
_STYLE = re.compile(r"\x1b\[([0-9;]*)m")
_COLOURS = {*range(30, 50), *range(90, 108)}


def visible(output: str) -> str:
    """Return output without styles and links."""
    return _STYLE.sub("", _LINK.sub("", output))


def links(output: str) -> list[str]:
    """Return where the clickable links lead, each of which must be closed before the next."""
    targets = _LINK.findall(output)
    assert not any(targets[1::2]), targets
    return targets[::2]


def colours(output: str) -> set[int]:
    """Return the colours that are set, as their ANSI numbers."""
    codes = {int(code) for style in _STYLE.findall(output) for code in style.split(";") if code}
    return codes & _COLOURS


def width(line: str) -> int:
    """Return how many columns a visible line takes."""
    return sum(_width(letter) for letter in line)


def _width(letter: str) -> int:
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
