"""`llmpath next`: what to learn next, and why."""

from itertools import islice

from llmpath.actions.learning_path import LearningPath, open_path, place
from llmpath.actions.session import Session
from llmpath.domain.durations import clock
from llmpath.domain.keys import at_moment
from llmpath.domain.outline import Node
from llmpath.domain.packing import Packed, Piece, pack, pieces
from llmpath.domain.upcoming import Upcoming, upcoming, why_nothing
from llmpath.views.upcoming import NextView, PointView, UpcomingView


def next_up(session: Session, kind: str | None, count: int) -> NextView:
    """Return the next `count` things of a kind, or of any, in the order in which to learn them."""
    path = open_path(session)
    found = tuple(islice(upcoming(path.standings, kind), count))
    return NextView(
        next=tuple(_view(path, following, path.standings.resume(following.node)) for following in found),
        for_seconds=None,
        left_over=None,
        nothing=why_nothing(path.outline, kind),
        point=_point(found[0].node, path.standings.resume(found[0].node)) if found else None,
    )


def where_next(session: Session) -> PointView | None:
    """Return where one goes on, None where nothing is left."""
    path = open_path(session)
    following = next(upcoming(path.standings), None)
    return following and _point(following.node, path.standings.resume(following.node))


def next_for(session: Session, kind: str | None, seconds: int, most: int | None) -> NextView:
    """Return what fits into so many seconds, at most so many pieces of it, and what is left over."""
    path = open_path(session)
    packed = packed_for(path, kind, seconds, most)
    first = packed.pieces[0] if packed.pieces else None
    return NextView(
        next=tuple(piece_view(path, piece) for piece in packed.pieces),
        for_seconds=seconds,
        left_over=packed.left_over,
        nothing=why_nothing(path.outline, kind),
        point=_point(first.of.node, first.moment) if first else None,
        shortest=piece_view(path, packed.shortest) if packed.shortest else None,
    )


def packed_for(path: LearningPath, kind: str | None, seconds: int, most: int | None) -> Packed:
    """Return what fits into so many seconds of the learner's time, at the speed at which they play."""
    return pack(pieces(path.standings, kind), seconds, path.speed, most)


def _view(path: LearningPath, following: Upcoming, stopped: int | None) -> UpcomingView:
    standing = path.standings.of(following.node)
    return UpcomingView(
        node=path.node(following.node),
        why=_why(path, following, stopped),
        waits_for=tuple(place(waited) for waited in following.waits_for),
        seconds_left=path.time_for(standing.left),
        left_estimated=standing.estimated,
    )


def piece_view(path: LearningPath, piece: Piece) -> UpcomingView:
    """Return a piece as it is shown: what is left of it, and the link that goes on in it."""
    view = _view(path, piece.of._replace(node=piece.node), piece.moment)
    node = view.node
    if node.resume_url is not None and piece.moment is not None:
        node = node._replace(resume_url=at_moment(node.resume_url, piece.moment))
    return view._replace(
        node=node,
        seconds_left=path.time_for(piece.seconds),
        left_estimated=piece.estimated,
    )


def _point(thing: Node, moment: int | None) -> PointView:
    """Return where one goes on in a thing."""
    chapter = None if moment is None else thing.chapter_at(moment)
    return PointView(number=(chapter or thing).number, id=thing.id, second=moment)


def _why(path: LearningPath, following: Upcoming, stopped: int | None) -> str:
    """Return the reason in a few words; `stopped` is the second at which a started video was left."""
    container = path.outline.parent(following.node)
    match following.reason:
        case "started":
            return "begun" if stopped is None else f"stopped at {clock(stopped)}"
        case "continues" if container is not None:
            return f"goes on with {container.id}"
        case "waits":
            first = ", ".join(waited.name for waited in following.waits_for)
            return f"waits for {first}"
        case _:
            return "next in order"
