"""`llmpath` alone: where you are, and what is next."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from llmpath.actions.learning_path import LearningPath, open_path, place
from llmpath.actions.next_up import packed_for, piece_view
from llmpath.actions.notes import note_view
from llmpath.actions.progress import this_week
from llmpath.actions.session import Session
from llmpath.domain.outline import Node
from llmpath.domain.packing import pieces_of
from llmpath.domain.records import Record
from llmpath.domain.upcoming import Upcoming, upcoming
from llmpath.views.dashboard import DashboardView, LeftView, RestartView, WhereView
from llmpath.views.node import PlaceView
from llmpath.views.note import NoteView

AWAY_DAYS = 5
WARM_UP_SECONDS = 10 * 60
"""How long a piece is with which one begins again, at most."""


def dashboard(session: Session) -> DashboardView:
    """Return what to go on with, what comes after it, and how far it all is."""
    path, today = open_path(session), session.now().today
    found = list(islice(upcoming(path.standings), 2))
    started = found[0] if found and found[0].reason == "started" else None
    following = next((other for other in found if other is not started), None)
    return DashboardView(
        continue_=path.node(started.node) if started else None,
        next=path.node(following.node) if following else None,
        totals=path.totals(),
        week=this_week(path, today),
        curriculum=path.curriculum(),
        left=_left(path, started.node) if started else None,
        where=_where(path, started) if started else None,
        restart=_restart(session, path, today),
        is_new=not path.progress.items,
    )


def _restart(session: Session, path: LearningPath, today: date) -> RestartView | None:
    """Return what helps a learner who was away for some days, None for one who was not."""
    last = max((record.touched for record in path.progress.items.values()), default=0)
    days = (today - session.clock.local_day(last)).days if last else 0
    if days < AWAY_DAYS:
        return None
    piece = next(iter(packed_for(path, None, WARM_UP_SECONDS, most=1).pieces), None)
    return RestartView(
        days=days,
        last=_learned_last(path),
        note=_noted_last(path),
        piece=piece_view(path, piece) if piece else None,
        ref=piece.ref if piece else "",
    )


def _learned_last(path: LearningPath) -> PlaceView | None:
    """Return the chapter, or the thing without chapters, of which something was done last."""
    done = [found for key, record in path.progress.items.items() for found in _done(key, record)]
    if not done:
        return None
    _, second, key = max(done)
    node = path.node_of(key)
    return place(node.chapter_at(second) or node)


def _done(key: str, record: Record) -> Iterator[tuple[int, int, str]]:
    """Yield when something of a key was done, with its last second: -1 where it has no timeline."""
    if record.mark and record.mark.status == "done":
        yield record.mark.said_at, -1, key
    for entry in record.seen:
        if entry.status == "done":
            yield entry.said_at, entry.spans[-1][1] - 1, key


def _noted_last(path: LearningPath) -> NoteView | None:
    """Return the note that was written last of those that stand."""
    notes = [
        (note.stamp, key, note)
        for key, record in path.progress.items.items()
        for note in record.notes.values()
        if not note.gone
    ]
    if not notes:
        return None
    _, key, note = max(notes)
    return note_view(path.node_of(key), note)


def _left(path: LearningPath, thing: Node) -> LeftView:
    standing = path.standings.of(thing)
    return LeftView(path.time_for(standing.left), standing.estimated)


def _where(path: LearningPath, started: Upcoming) -> WhereView | None:
    """Return where in a video to go on, and how much is left of the piece that begins there."""
    piece = next(pieces_of(started.node, started, path.standings), None)
    if piece is None or not (piece.moment or started.node.chapters):
        return None
    return WhereView(
        second=started.node.start if piece.moment is None else piece.moment,
        chapter=place(piece.node) if piece.node.is_chapter else None,
        left=LeftView(path.time_for(piece.seconds), piece.estimated),
    )
