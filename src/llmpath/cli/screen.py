"""What the user's terminal can show, and writing to it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import TextIO

from llmpath.render.paper import ASCII, UNICODE, Glyphs, Paper, PlainPaper

NARROWEST = 20
_NARROWEST_HELP = 50
_OFF = {"", "0"}


def is_terminal(stream: TextIO) -> bool:
    """Whether a person is looking: `TERM=dumb` is a place where nothing but plain lines work."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def paper_for(stream: TextIO, *, spoken: bool, out: TextIO) -> Paper:
    """Return what to draw on: plain lines for a pipe, else the terminal at its width.

    `FORCE_COLOR` draws for a terminal into a pipe, too; `NO_COLOR` takes the colour off a terminal.
    `LLMPATH_PLAIN` makes a terminal one that is read aloud; pipes stay as scripts expect them. `out` gets
    what is drawn, if that is not the stream itself.
    """
    forced = os.environ.get("FORCE_COLOR", "") not in _OFF
    if spoken or ((stream.isatty() or forced) and os.environ.get("LLMPATH_PLAIN", "") not in _OFF):
        from llmpath.render.spoken_paper import SpokenPaper

        return SpokenPaper(out)
    if not (is_terminal(stream) or forced):
        return PlainPaper(out, glyphs_for(stream))
    from llmpath.render.rich_paper import RichPaper

    return RichPaper(out, glyphs_for(stream), _width(stream), colour=not os.environ.get("NO_COLOR"))


@contextmanager
def paged(stream: TextIO) -> Iterator[TextIO]:
    """Yield what to write to; on a terminal with a pager, what does not fit the screen goes through that."""
    command = os.environ.get("LLMPATH_PAGER", os.environ.get("PAGER", "")).strip()
    if not (command and is_terminal(stream)):
        yield stream
        return
    answer = StringIO()
    yield answer
    text = answer.getvalue()
    if text.count("\n") < _size(stream).lines:
        stream.write(text)
        return
    from llmpath.outside.pager import page

    stream.flush()
    if not page(text.encode(stream.encoding, "replace"), command):
        stream.write(text)


def narrow(stream: TextIO) -> int | None:
    """Return the width of a terminal on which help has to be narrower than Typer makes it by itself."""
    width = _width(stream)
    return width if width < _NARROWEST_HELP else None


def terminal() -> TextIO | None:
    """Return the stream that leads to a terminal, or None; stdout last, which has the answer alone."""
    return next((stream for stream in (sys.stderr, sys.stdout) if is_terminal(stream)), None)


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
    return max(NARROWEST, _size(stream).columns)


def _size(stream: TextIO) -> os.terminal_size:
    try:
        return os.get_terminal_size(stream.fileno())
    except (OSError, ValueError):
        return os.terminal_size((80, 24))
