"""What prompts and Tab will ask for, kept after each command that finds it is no longer known."""

import os
from collections.abc import Iterator
from io import StringIO

from llmpath.actions.session import Session
from llmpath.cache import Cache, Source, Stamped, stamp
from llmpath.cli import at_once
from llmpath.sources import compiled as kept_outline
from llmpath.sources.curriculum_file import CurriculumFile
from llmpath.store.compiled import NAME as PROGRESS


def prepare(session: Session, cache: Cache, settings_stamp: Stamped) -> None:
    """Keep the names of the curriculum in use, and the line of `next --short`.

    `settings_stamp` was taken before the settings of the session were read.
    """
    used = session.library.used
    where = used.where() if used else None
    if used is None or where is None:
        return
    choice = tuple(_choice(session, used, settings_stamp))
    if not all(is_settled for *_, is_settled in choice):
        return
    outline, progress = (cache.sources.get(name) for name in (kept_outline.name(where), PROGRESS))
    if outline and at_once.names(cache) is None:
        at_once.keep_names(cache, (*choice, *outline), _names(session))
    if outline and progress and at_once.short(cache) is None:
        at_once.keep_short(cache, (*choice, *outline, *progress), _short_line(session))


def _choice(session: Session, used: CurriculumFile, settings_stamp: Stamped) -> Iterator[Source]:
    """Yield the files that decide which curriculum is in use, unsettled where they do so no more."""
    if session.places.settings:
        yield (os.fspath(session.places.settings), settings_stamp[0], b"", settings_stamp[1])
    own = session.library.own(used.id) if used.id else None
    if own:
        found, _ = stamp(own)
        yield (os.fspath(own), found, b"", (found is None) == (used.path is None))


def _names(session: Session) -> bytes:
    from llmpath.cli.completion.gathering import lines_of

    return lines_of(session.library.outline())


def _short_line(session: Session) -> str:
    """Return what `next --short` writes into a pipe."""
    from llmpath.actions.next_up import next_up
    from llmpath.render.paper import ASCII, PlainPaper
    from llmpath.render.text.upcoming import draw_short

    line = StringIO()
    draw_short(next_up(session, None, 1), PlainPaper(line, ASCII))
    return line.getvalue()
