"""What the user's terminal can show, and writing to it."""

import os
from typing import TextIO

from llmpath.render.paper import ASCII, UNICODE, Glyphs, Paper, PlainPaper

NARROWEST = 20


def is_terminal(stream: TextIO) -> bool:
    """Whether a person is looking: `TERM=dumb` is a place where nothing but plain lines work."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def paper_for(stream: TextIO) -> Paper:
    """Return what to draw on: plain lines for a pipe, else the terminal at its width.

    `FORCE_COLOR` draws for a terminal into a pipe, too; `NO_COLOR` takes the colour off a terminal.
    """
    forced = os.environ.get("FORCE_COLOR", "") not in {"", "0"}
    if not (is_terminal(stream) or forced):
        return PlainPaper(stream, glyphs_for(stream))
    from llmpath.render.rich_paper import RichPaper

    return RichPaper(stream, glyphs_for(stream), _width(stream), colour=not os.environ.get("NO_COLOR"))


def glyphs_for(stream: TextIO) -> Glyphs:
    """Return signs that the stream's encoding and the locale can show."""
    is_unicode = (stream.encoding or "").lower().replace("-", "") == "utf8"
    return UNICODE if is_unicode and _locale() not in {"C", "POSIX"} else ASCII


def _locale() -> str:
    """Return the user's locale; Python itself sets LC_CTYPE to C.UTF-8 where the locale is C."""
    told = {name: os.environ.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG")}
    if not told["LC_ALL"] and told["LC_CTYPE"] == "C.UTF-8" and told["LANG"] in {"", "C", "POSIX"}:
        return "C"
    return next((value for value in told.values() if value), "")


def _width(stream: TextIO) -> int:
    told = os.environ.get("COLUMNS", "")
    if told.isascii() and told.isdigit() and int(told[:5]):
        return max(NARROWEST, int(told[:5]))
    try:
        return max(NARROWEST, os.get_terminal_size(stream.fileno()).columns)
    except (OSError, ValueError):
        return 80
