"""`llmpath open`: opens things where the learner stopped, and records that first."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from llmpath.actions.learning_path import LearningPath, open_path
from llmpath.actions.next_up import packed_for
from llmpath.actions.session import Session
from llmpath.domain.keys import YOUTUBE, at_moment
from llmpath.domain.marking import former_keys, opening
from llmpath.domain.moments import check_moment
from llmpath.domain.occasion import Occasion
from llmpath.domain.records import Progress
from llmpath.domain.refs import Target
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


class Recording(NamedTuple):
    """The registers that record what is opened, and its former keys."""

    delta: Progress
    former: Mapping[str, tuple[str, ...]]


class Answer(NamedTuple):
    """What was opened; a remark that is no failure, and a problem that is one."""

    view: OpenView
    remark: str = ""
    problem: LlmpathError | None = None


def fitting(session: Session, refs: Sequence[str], seconds: int | None) -> Sequence[str]:
    """Return refs as they are, or of `next` the first piece that fits into the time there is.

    Raises `UsageError` for a time with anything but `next`, and `NothingLeftError` where nothing fits.
    """
    if seconds is None:
        return refs
    if refs[0] != "next" or len(refs) > 2:  # noqa: PLR2004  (`next` and a kind)
        raise UsageError("--for goes with next", "llmpath open next --for 25m")
    packed = packed_for(open_path(session), refs[1] if refs[1:] else None, seconds, most=1)
    if not packed.pieces:
        shortest = packed.shortest
        hint = f"the shortest piece is {shortest.node.number} {shortest.node.title}" if shortest else ""
        raise NothingLeftError(f"nothing fits into {seconds // 60} m", hint)
    piece = packed.pieces[0]
    return [f"{piece.of.node.id}@{piece.moment}" if piece.moment else piece.node.id]


def links(session: Session, refs: Sequence[str], *, from_start: bool) -> Answer:
    """Return the links that `open_links` would open; nothing is recorded or opened."""
    path = open_path(session)
    try:
        found = tuple(_link(path, target, from_start=from_start) for target in _targets(path, refs))
    except NothingLeftError as nothing:
        return _nothing(nothing)
    return Answer(OpenView(links=found, recorded=False, opened=False), remark=_lookup(found))


def send_links(session: Session, refs: Sequence[str], board: Board, *, from_start: bool) -> Answer:
    """Send these links to a clipboard; where there is none, say so."""
    answer = links(session, refs, from_start=from_start)
    if not answer.view.links:
        return answer
    if board.send("\n".join(link.url for link in answer.view.links)):
        return answer._replace(view=answer.view._replace(sent=True))
    remarks = ("there is no terminal to send it to, it is printed instead", answer.remark)
    return answer._replace(remark="; ".join(remark for remark in remarks if remark))


def open_links(session: Session, refs: Sequence[str], opener: Opener, *, from_start: bool) -> Answer:
    """Record that things are opened, then open them.

    Where progress cannot be saved they are opened all the same, and that is told. Raises
    `NothingToOpenError` for a thing without a link, before anything is recorded or opened.
    """
    path = open_path(session)
    try:
        targets = _targets(path, refs)
    except NothingLeftError as nothing:
        return _nothing(nothing)
    found = tuple(_link(path, target, from_start=from_start) for target in targets)
    nodes = tuple(target.node for target in targets)

    def decide(progress: Progress, occasion: Occasion) -> Recording:
        now = path.under(progress, occasion.device)
        delta = opening(now.standings, nodes, occasion)
        return Recording(delta, former_keys(now.standings, delta))

    not_recorded = None
    try:
        session.progress.writer().record(session.words, session.now(), decide)
    except StateError as error:
        not_recorded = error
    outcomes = {opener.open(link.url) for link in found}
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
        parts = (remark, _lookup(found), "llmpath undo takes it back")
        return Answer(view, remark="; ".join(part for part in parts if part))
    return Answer(view)


def _targets(path: LearningPath, refs: Sequence[str]) -> list[Target]:
    targets = path.resolve(refs or ["next"])
    if len(targets) > MOST_AT_ONCE:
        raise UsageError(f"{len(targets)} things at once are too many to open", f"at most {MOST_AT_ONCE}")
    leaves = [_leaf(path, target) for target in targets]
    places = {(target.node.key, target.node.is_chapter and target.node.start): target for target in leaves}
    return list(places.values())


def _leaf(path: LearningPath, target: Target) -> Target:
    """Return the thing to open: of a container its next leaf, or itself where it is finished."""
    node = target.node
    if node.is_chapter or node.is_leaf:
        return target
    following = next_in(node, path.standings)
    if following is not None:
        return Target(following)
    if node.url is None:
        raise NothingLeftError(
            f"all of {node.number} {node.id} is done or skipped", "open one thing in it by its number"
        )
    return target


def _link(path: LearningPath, target: Target, *, from_start: bool) -> LinkView:
    node = target.node
    url, moment = node.url, target.moment
    if moment is not None:
        check_moment(node, moment, path.outline)
    container = path.outline.parent(node)
    of_container = url is None and container is not None and container.url is not None
    if url is None and container is not None:
        url = container.url
    if url is None:
        raise NothingToOpenError(
            f'{node.number} {node.id} has no link: "{node.title}"',
            f"when you have done it: llmpath mark done {node.id}",
        )
    if moment is None and node.is_leaf and not of_container:
        resume = None if from_start else path.standings.resume(node)
        moment = resume if resume is not None else node.start or None
    elif moment is None and node.is_chapter:
        moment = node.start
    is_video = str(node.key).startswith(YOUTUBE)
    return LinkView(
        number=node.number or None,
        id=node.id or None,
        key=str(node.key),
        url=at_moment(url, moment) if moment is not None and is_video and not of_container else url,
        title=node.title,
        moment=moment,
        part=node.title if of_container else None,
    )


def _nothing(nothing: NothingLeftError) -> Answer:
    return Answer(OpenView(links=(), recorded=False, opened=False), remark=nothing.message)


def _named(found: Sequence[LinkView]) -> str:
    """Return what the things are called whose links were opened."""
    return ", ".join(f"{link.number} {link.id}" if link.number else link.title for link in found)


def _lookup(found: Sequence[LinkView]) -> str:
    """Return which parts are to be looked for in the links of their containers."""
    return ", ".join(f"look there for {link.number} {link.part}" for link in found if link.part)
