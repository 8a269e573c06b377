"""`llmpath open`: opens things where the learner stopped, and records that first."""

from collections.abc import Sequence
from shlex import quote
from typing import NamedTuple, Protocol

from llmpath.actions.learning_path import LearningPath, open_path
from llmpath.actions.next_up import packed_for
from llmpath.actions.session import Session
from llmpath.domain.durations import in_words
from llmpath.domain.keys import YOUTUBE, at_moment
from llmpath.domain.marking import Opening, opening
from llmpath.domain.moments import check_moment
from llmpath.domain.occasion import Occasion
from llmpath.domain.outline import Node
from llmpath.domain.records import Progress
from llmpath.domain.refs import Target, group
from llmpath.domain.upcoming import next_in
from llmpath.errors import (
    LlmpathError,
    NothingLeftError,
    NothingToOpenError,
    OpenersFailedError,
    StateError,
    UsageError,
)
from llmpath.outside.browser import Outcome
from llmpath.views.opened import LinkView, OpenView

MOST_AT_ONCE = 10


class Opener(Protocol):
    """Opens a link."""

    def open(self, url: str) -> Outcome:
        """Hand the link to a program that shows it."""


class Board(Protocol):
    """A clipboard."""

    def send(self, text: str) -> bool:
        """Hand it a text, and return whether there was anything to hand it to."""


class Answer(NamedTuple):
    """What was opened; a remark that is no failure, and a problem that is one."""

    view: OpenView
    remark: str = ""
    problem: LlmpathError | None = None


def links(session: Session, refs: Sequence[str], seconds: int | None, *, from_start: bool) -> Answer:
    """Return the links that `open_links` would open; nothing is recorded or opened."""
    path = open_path(session)
    try:
        targets, left_out = _targets(path, _fitting(path, refs, seconds))
    except NothingLeftError as nothing:
        return _nothing(nothing)
    found = tuple(_link(path, target, from_start=from_start) for target in targets)
    return Answer(
        OpenView(links=found, recorded=False, opened=False), remark=_together(left_out, _lookup(found))
    )


def send_links(
    session: Session, refs: Sequence[str], seconds: int | None, board: Board, *, from_start: bool
) -> Answer:
    """Send these links to a clipboard; where there is none, say so."""
    answer = links(session, refs, seconds, from_start=from_start)
    if not answer.view.links:
        return answer
    if board.send("\n".join(link.url for link in answer.view.links)):
        return answer._replace(view=answer.view._replace(sent=True))
    none = "there is no terminal to send it to, it is printed instead"
    return answer._replace(remark=_together(none, answer.remark))


def open_links(
    session: Session, refs: Sequence[str], seconds: int | None, opener: Opener, *, from_start: bool
) -> Answer:
    """Record that things are opened, then open them: with `seconds` the first piece that fits into them.

    Where progress cannot be saved they are opened all the same, and that is told. Raises
    `NothingToOpenError` for a thing without a link, before anything is recorded or opened, and
    `UsageError` for a time with anything but `next`.
    """
    path = open_path(session)
    try:
        targets, left_out = _targets(path, _fitting(path, refs, seconds))
    except NothingLeftError as nothing:
        return _nothing(nothing)
    found = tuple(_link(path, target, from_start=from_start) for target in targets)
    not_recorded = _record(session, path, [target.node for target in targets])
    outcomes = {opener.open(link.url) for link in found}
    answer = _answer(found, outcomes, not_recorded)
    return answer._replace(remark=_together(left_out, answer.remark))


def _record(session: Session, path: LearningPath, nodes: Sequence[Node]) -> StateError | None:
    """Record that things are opened; return what kept that from being saved."""

    def decide(progress: Progress, occasion: Occasion) -> Opening:
        return opening(path.under(progress, occasion.device).standings, nodes, occasion)

    try:
        session.progress.writer().record(session.words, session.now(), decide)
    except StateError as error:
        return error
    return None


def _answer(found: tuple[LinkView, ...], outcomes: set[Outcome], not_recorded: StateError | None) -> Answer:
    """Return what is to be said once links were handed to programs."""
    view = OpenView(links=found, recorded=not_recorded is None, opened=outcomes == {Outcome.OPENED})
    if not_recorded:
        problem = type(not_recorded)(f"not recorded: {not_recorded.message}", not_recorded.hint)
        return Answer(view, problem=problem)
    if Outcome.FAILED in outcomes:
        message = f"no program would open the link of {_named(found)}, it is printed instead"
        hint = "set BROWSER to one that works; llmpath undo takes the opening back"
        return Answer(view, problem=OpenersFailedError(message, hint))
    if Outcome.NO_OPENER in outcomes:
        remark = f"recorded {_named(found)}, but there is no browser here: open the link yourself"
        return Answer(view, remark=_together(remark, _lookup(found), "llmpath undo takes it back"))
    return Answer(view)


def _fitting(path: LearningPath, refs: Sequence[str], seconds: int | None) -> Sequence[str]:
    """Return refs as they are, or of `next` the first piece that fits into the time there is.

    Raises `UsageError` for a time with anything but `next`, and `NothingLeftError` where nothing fits.
    """
    if seconds is None:
        return refs
    asked = group(refs)
    first, _, kind = asked[0].partition(" ")
    if first != "next" or asked[1:]:
        raise UsageError("--for goes with next", "llmpath open next --for 25m")
    path.resolve(asked)
    packed = packed_for(path, kind or None, seconds, most=1)
    if packed.shortest is not None:
        shortest = packed.shortest
        length = in_words(path.time_for(shortest.seconds), estimated=shortest.estimated)
        raise NothingLeftError(
            f"nothing fits into {in_words(seconds)}; "
            f"the shortest piece: {shortest.node.name}, {shortest.node.title}, {length}"
        )
    return [packed.pieces[0].ref]


def _targets(path: LearningPath, refs: Sequence[str]) -> tuple[list[Target], str]:
    """Return the things to open, and what is left out of them since nothing in it is left.

    Raises `NothingLeftError` where that is all of them.
    """
    leaves = [(target.node, _leaf(path, target)) for target in path.resolve(refs)]
    things = [leaf for _, leaf in leaves if leaf]
    if len(things) > MOST_AT_ONCE:
        raise UsageError(f"{len(things)} things at once are too many to open", f"at most {MOST_AT_ONCE}")
    finished = ", ".join(node.name for node, leaf in leaves if leaf is None)
    if not things:
        raise NothingLeftError(f"all of {finished} is done or skipped")
    places = {(thing.node.key, thing.node.is_chapter and thing.node.start): thing for thing in things}
    return list(places.values()), f"left out {finished}: all of it is done or skipped" if finished else ""


def _leaf(path: LearningPath, target: Target) -> Target | None:
    """Return the thing to open: of a container its next leaf; of a finished one itself, if it has a link."""
    node = target.node
    if node.is_chapter or node.is_leaf:
        return target
    following = next_in(node, path.standings)
    if following is not None:
        return Target(following)
    return target if node.url else None


def _link(path: LearningPath, target: Target, *, from_start: bool) -> LinkView:
    """Return the link to open; of a part without one that of its container, in which to look for it."""
    node = target.node
    if target.moment is not None:
        check_moment(node, target.moment, path.outline)
    container = path.outline.parent(node) if node.url is None else None
    url = container.url if container else node.url
    if url is None:
        raise NothingToOpenError(
            f'{node.name} has no link: "{node.title}"' if node.number else f"{node.title} has no link",
            f"when you have done it: llmpath mark done {quote(node.ref)}",
        )
    goes_there = str(node.key).startswith(YOUTUBE) and container is None
    moment = _moment(path, target, from_start=from_start) if goes_there else None
    return LinkView(
        number=node.number or None,
        id=node.id or None,
        key=str(node.key),
        url=url if moment is None else at_moment(url, moment),
        title=node.title,
        moment=moment,
        part=node.title if container else None,
    )


def _moment(path: LearningPath, target: Target, *, from_start: bool) -> int | None:
    """Return the second to play a video from, None for its link as it is."""
    node = target.node
    if target.moment is not None:
        return target.moment
    if node.is_chapter:
        return max(node.start, path.outline.thing_of(node).start)
    resume = None if from_start else path.standings.resume(node)
    return resume if resume is not None else node.start or None


def _nothing(nothing: NothingLeftError) -> Answer:
    return Answer(OpenView(links=(), recorded=False, opened=False), remark=nothing.message)


def _together(*remarks: str) -> str:
    return "; ".join(remark for remark in remarks if remark)


def _named(found: Sequence[LinkView]) -> str:
    """Return what the things are called whose links were opened."""
    return ", ".join(f"{link.number} {link.id}" if link.number else link.title for link in found)


def _lookup(found: Sequence[LinkView]) -> str:
    """Return which parts are to be looked for in the links of their containers."""
    return ", ".join(f"look there for {link.number} {link.part}" for link in found if link.part)
