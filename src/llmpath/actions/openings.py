"""What `llmpath open` opens: which things its refs name, and the link of each, at the second to go on at."""

from collections.abc import Sequence
from shlex import quote
from typing import NamedTuple

from llmpath.actions.learning_path import LearningPath
from llmpath.actions.next_up import packed_for
from llmpath.domain.durations import in_words
from llmpath.domain.keys import YOUTUBE, at_moment
from llmpath.domain.moments import check_moment
from llmpath.domain.outline import Node
from llmpath.domain.refs import group
from llmpath.domain.targets import Target, each_once
from llmpath.domain.upcoming import next_in
from llmpath.errors import NothingLeftError, NothingToOpenError, UsageError
from llmpath.views.opened import LinkView

MOST_AT_ONCE = 10


class Openings(NamedTuple):
    """Things to open and their links, in the same order; a remark on what is not among them."""

    nodes: tuple[Node, ...]
    links: tuple[LinkView, ...]
    remark: str


def openings(path: LearningPath, refs: Sequence[str], seconds: int | None, *, from_start: bool) -> Openings:
    """Return what refs open: with `seconds` the first piece of `next` that fits into them.

    They are none where all of it is finished or nothing fits. Raises `NothingToOpenError` for a thing
    without a link, and `UsageError` for a time with anything but `next` or too many things at once.
    """
    try:
        targets, remark = _targets(path, _fitting(path, refs, seconds))
    except NothingLeftError as nothing:
        return Openings((), (), nothing.message)
    links = tuple(_link(path, target, from_start=from_start) for target in targets)
    return Openings(tuple(target.node for target in targets), links, remark)


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
    left_out = f"left out {finished}: all of it is done or skipped" if finished else ""
    return each_once(things), left_out


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
