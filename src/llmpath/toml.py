"""Reading TOML that someone else may have written: tomllib has no limits, and does not always say where."""

import re
import tomllib
from typing import Any

PARTS_LIMIT = 32
"""The most parts of a dotted key: tomllib takes time and memory by their square."""

_PART = r"(?:[\w-]++|\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*+')"
_LONG_KEY = re.compile(
    rf"(?:^|[\[{{,])[ \t]*+{_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{PARTS_LIMIT}}}", re.MULTILINE
)
_DEEP = 100
_LONG_NUMBER = re.compile(r"\d[\d_]{4299}")


def loads(text: str) -> dict[str, Any]:
    """Return the document in a text; raises ValueError, with the line as tomllib tells it."""
    if long_key := _LONG_KEY.search(text):
        raise _at(text, long_key.end(), f"A key has at most {PARTS_LIMIT} parts")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise _at(text, _too_deep(text), "Nested too deeply") from None
    except tomllib.TOMLDecodeError:
        raise
    except ValueError:  # of int(), which says neither where nor what to do
        long_number = _LONG_NUMBER.search(text)
        raise _at(text, long_number.end() if long_number else 0, "A number is too long") from None


def _at(text: str, position: int, message: str) -> ValueError:
    line = text.count("\n", 0, position) + 1
    return ValueError(f"{message} (at line {line}, column {position - text.rfind(chr(10), 0, position)})")


def _too_deep(text: str) -> int:
    """Return where so many brackets are open that no curriculum means it, those in texts counted, too."""
    depth = 0
    for bracket in re.finditer(r"[\[\]{}]", text):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > _DEEP:
            return bracket.end()
    return 0
