"""`llmpath next`: what to learn next, and why."""

from dataclasses import fields
from itertools import islice

from llmpath.actions.learning_path import LearningPath, open_path, place
from llmpath.actions.session import Session
from llmpath.domain.durations import clock
from llmpath.domain.upcoming import Upcoming, upcoming
from llmpath.views.upcoming import NextView, UpcomingView


def next_up(session: Session, kind: str | None, count: int) -> NextView:
    """Return the next `count` things of a kind, or of any, in the order in which to learn them."""
    path = open_path(session)
    found = islice(upcoming(path.standings, kind), count)
    return NextView(next=tuple(_view(path, following) for following in found), kind=kind)


def _view(path: LearningPath, following: Upcoming) -> UpcomingView:
    node = path.node(following.node)
    return UpcomingView(
        **{field.name: getattr(node, field.name) for field in fields(node)},
        why=_why(path, following),
        waits_for=tuple(place(waited) for waited in following.waits_for),
    )


def _why(path: LearningPath, following: Upcoming) -> str:
    """Return the reason in a few words."""
    node = following.node
    container = path.outline.parent(node)
    match following.reason:
        case "started":
            second = path.standings.resume(node)
            return "begun" if second is None else f"stopped at {clock(second)}"
        case "continues" if container is not None:
            return f"goes on with {container.id}"
        case "waits":
            first = ", ".join(f"{waited.number} {waited.id}" for waited in following.waits_for)
            return f"waits for {first}"
        case _:
            return "next in order"
