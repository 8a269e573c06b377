"""The standard streams, which may be closed, full, or unable to show a character."""

import os
import sys
from typing import TextIO

_STDERR = 2


def prepare() -> None:
    """Make every stream one that can be written to.

    A closed one leads nowhere, so that no file opened later takes its number; characters that the
    encoding lacks are replaced.
    """
    for descriptor in range(_STDERR + 1):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDONLY if descriptor < _STDERR else os.O_WRONLY)
    sys.stdout = _lenient(sys.stdout, 1)
    sys.stderr = _lenient(sys.stderr, _STDERR)


def say(text: str) -> None:
    """Write a line to stderr; one that takes no more stops nothing."""
    try:
        print(text, file=sys.stderr, flush=True)
    except OSError:
        close_quietly(sys.stderr)


def close_quietly(stream: TextIO) -> None:
    """Let nothing more be written to a stream that is closed or full, also at exit."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(devnull, stream.fileno())
    except (OSError, ValueError):
        return
    finally:
        os.close(devnull)


def _lenient(stream: TextIO | None, descriptor: int) -> TextIO:
    if stream is None:
        return open(descriptor, "w", encoding="utf-8", closefd=False)
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")
    return stream
