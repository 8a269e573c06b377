"""What prompts and Tab will ask for, kept after each command that finds it is no longer known."""

from collections.abc import Iterable
from io import StringIO

from llmpath.actions.session import Session
from llmpath.cache import Source, source, stamp
from llmpath.cli import at_once
from llmpath.sources import compiled_outline as kept_outline
from llmpath.store.compiled_progress import NAME as PROGRESS
from llmpath.store.settings import NAME as SETTINGS


def prepare(session: Session) -> None:
    """Keep the names of the curriculum in use, and the line of `next --short`."""
    cache, used = session.progress.cache, session.library.used
    where = used.where() if used else None
    choice = _choice(session)
    if where is None or choice is None:
        return
    outline, progress = (cache.sources.get(name) for name in (kept_outline.name(where), PROGRESS))
    if outline and at_once.names(cache) is None:
        at_once.keep_names(cache, (*choice, *outline), _names(session))
    if outline and progress and at_once.short(cache) is None:
        at_once.keep_short(cache, (*choice, *outline, *progress), _short_line(session))


def _choice(session: Session) -> Iterable[Source] | None:
    """Return what decides which curriculum is in use, None where that is not known or no longer so."""
    used = session.library.used
    settings: tuple[Source, ...] | None = ()
    if session.places.settings:
        settings = session.progress.cache.sources.get(SETTINGS)
    if used is None or settings is None:
        return None
    own = session.library.own(used.id) if used.id else None
    if own is None:
        return settings
    stamped = stamp(own)
    is_own = stamped[0] is not None
    return (*settings, source(own, stamped, None)) if is_own == (used.path is not None) else None


def _names(session: Session) -> bytes:
    from llmpath.cli.completion.gathering import lines_of

    return lines_of(session.library.outline())


def _short_line(session: Session) -> str:
    """Return what `next --short` writes into a pipe."""
    from llmpath.actions.next_up import where_next
    from llmpath.render.paper import ASCII, PlainPaper
    from llmpath.render.text.upcoming import draw_point

    line = StringIO()
    draw_point(where_next(session), PlainPaper(line, ASCII))
    return line.getvalue()
