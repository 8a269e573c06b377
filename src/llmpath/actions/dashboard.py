"""`llmpath` alone: where you are, and what is next."""

from datetime import date
from itertools import islice

from llmpath.actions.learning_path import LearningPath, open_path, place
from llmpath.actions.next_up import packed_for
from llmpath.actions.progress import this_week
from llmpath.actions.session import Session
from llmpath.domain.outline import Node
from llmpath.domain.upcoming import upcoming
from llmpath.views.dashboard import DashboardView, RestartView, WhereView
from llmpath.views.node import PlaceView

AWAY_DAYS = 5
SHORT_SECONDS = 10 * 60
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
        week=this_week(path.progress, today),
        curriculum=path.curriculum(),
        where=_where(path, started.node) if started else None,
        restart=_restart(session, path, today),
        is_new=not path.progress.items,
    )


def _restart(session: Session, path: LearningPath, today: date) -> RestartView | None:
    """Return what helps a learner who was away for some days, None for one who was not."""
    last = path.standings.total(path.outline.sections).touched
    days = (today - session.clock.local_day(last)).days if last else 0
    if days < AWAY_DAYS:
        return None
    notes = [note for record in path.progress.items.values() for note in record.notes.values()]
    standing = [note for note in notes if not note.gone]
    pieces = packed_for(path, None, SHORT_SECONDS, most=1).pieces
    return RestartView(
        days=days,
        last=_learned_last(path),
        note=max(standing, key=lambda note: note.stamp).text if standing else None,
        piece=place(pieces[0].node) if pieces else None,
        seconds=path.time_for(pieces[0].seconds) if pieces else None,
    )


def _learned_last(path: LearningPath) -> PlaceView | None:
    """Return the chapter, or the thing without chapters, of which something was done last."""
    done = [
        (entry.said_at, entry.spans[-1][1] - 1, key)
        for key, record in path.progress.items.items()
        for entry in record.seen
        if entry.status == "done"
    ]
    if not done:
        return None
    _, second, key = max(done)
    node = path.node_of(key)
    return place(node.chapter_at(second) or node)


def _where(path: LearningPath, node: Node) -> WhereView | None:
    """Return where in a video to go on, and how much is left in that chapter."""
    second = path.standings.resume(node)
    if second is None:
        if not node.chapters or path.standings.of(node).finished:
            return None
        second = node.start
    chapter = node.chapter_at(second)
    if chapter is None:
        left = None if node.seconds is None else node.start + node.seconds - second
        return WhereView(second=second, chapter=None, seconds_left=left and path.time_for(left))
    left = None if chapter.end is None else chapter.end - second
    return WhereView(second=second, chapter=place(chapter), seconds_left=left and path.time_for(left))
