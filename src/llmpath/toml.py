"""Reading TOML that someone else may have written: tomllib has no limits, and does not always say where."""

import re
import tomllib
from typing import Any

PARTS_LIMIT = 32
"""The most parts of a dotted key: tomllib takes time and memory by their square."""
DEPTH_LIMIT = 100
"""How deep tables and arrays may be nested: far less than what a recursion over them can take."""

_QUOTED = r"\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*+'"
_PART = rf"(?:[\w-]++|{_QUOTED})"
_TEXT = (
    r"\"\"\"(?:[^\"\\]|\\[\s\S]|\"(?!\"\"))*+(?:\"{3,5})?"
    r"|'''(?:[^']|'(?!''))*+(?:'{3,5})?"
    r"|\"(?:[^\"\\\n]|\\.)*+\"?|'[^'\n]*+'?|\#[^\n]*+"
)
"""A text or a comment. One that is not closed goes on to where it had to be, so that each is read once."""
_LONG_KEY_OR_TEXT = re.compile(
    rf"(?P<long>(?<![\w-]){_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{PARTS_LIMIT}}})|{_TEXT}"
)
_LONG_NUMBER = re.compile(r"\d[\d_]{4299}")


def loads(text: str) -> dict[str, Any]:
    """Return the document in a text; raises ValueError, with the line as tomllib tells it."""
    if any(line.count(".") >= PARTS_LIMIT for line in text.split("\n")):
        _refuse_long_keys(text)
    try:
        document = tomllib.loads(text)
    except RecursionError:
        raise _at(text, _too_deep(text), "Nested too deeply") from None
    except tomllib.TOMLDecodeError:
        raise
    except ValueError:  # of int(), which says neither where nor what to do
        long_number = _LONG_NUMBER.search(text)
        raise _at(text, long_number.end() if long_number else 0, "A number is too long") from None
    if (name := _name_too_deep(document)) is not None:
        named = rf"^[ \t]*\[*[ \t]*[\"']?{re.escape(name)}[\"']?[ \t]*[.=\]]"
        begins = re.search(named, text, re.MULTILINE)
        raise _at(text, begins.start() if begins else 0, "Nested too deeply")
    return document


def _refuse_long_keys(text: str) -> None:
    for found in _LONG_KEY_OR_TEXT.finditer(text):
        if found["long"]:
            raise _at(text, found.end(), f"A key has at most {PARTS_LIMIT} parts")


def _at(text: str, position: int, message: str) -> ValueError:
    line = text.count("\n", 0, position) + 1
    return ValueError(f"{message} (at line {line}, column {position - text.rfind(chr(10), 0, position)})")


def _too_deep(text: str) -> int:
    """Return where so many brackets are open that no curriculum means it, those in texts counted, too."""
    depth = 0
    for bracket in re.finditer(r"[\[\]{}]", text):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > DEPTH_LIMIT:
            return bracket.end()
    return 0


def _name_too_deep(document: dict[str, Any]) -> str | None:
    """Return the name at the top of what is nested too deeply, None where nothing is."""
    level: list[tuple[str, Any]] = list(document.items())
    for _ in range(DEPTH_LIMIT):
        level = [
            (top, inner)
            for top, value in level
            if isinstance(value, dict | list)
            for inner in (value.values() if isinstance(value, dict) else value)
        ]
    return level[0][0] if level else None
