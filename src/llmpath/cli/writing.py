"""Where the text of a note comes from: the command line, a pipe, or an editor."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from llmpath.cli.standard_input import read
from llmpath.domain.noting import NOTE_LIMIT, readable
from llmpath.errors import BadNoteError
from llmpath.outside.editor import draft
from llmpath.render.text.note import about
from llmpath.views.note import DraftView


@contextmanager
def written(said: str | None, view: DraftView) -> Iterator[str]:
    """Yield what `-m` said, else what comes through a pipe, else what is written in an editor."""
    if said is not None:
        yield said
    elif sys.stdin is None or not sys.stdin.isatty():
        yield readable(_piped())
    else:
        with draft(view.text, about(view)) as content:
            yield readable(content)


def _piped() -> bytes:
    """Return what comes through a pipe, nothing where standard input is closed."""
    try:
        return read(NOTE_LIMIT)
    except AttributeError:
        return b""
    except (ValueError, OSError):
        raise BadNoteError("standard input cannot be read", 'say it with -m "…"') from None
