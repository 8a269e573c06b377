"""`llmpath mark`: what a learner says of things."""

from collections.abc import Sequence
from datetime import date
from shlex import quote

from llmpath.actions.learning_path import LearningPath, count_leaves, open_path
from llmpath.actions.moved import moved
from llmpath.actions.session import Session
from llmpath.domain.durations import clock
from llmpath.domain.joining import apply
from llmpath.domain.marker import Statement
from llmpath.domain.marking import Change
from llmpath.domain.marking import mark as marking
from llmpath.domain.moments import check_moment
from llmpath.domain.occasion import Occasion
from llmpath.domain.outline import Node, leaves
from llmpath.domain.records import Progress
from llmpath.domain.targets import Target, each_once
from llmpath.domain.timeline import OPEN, common
from llmpath.domain.times import Now
from llmpath.errors import BadRefError, NothingLeftError
from llmpath.views.marked import MarkedView, MarkView


def mark(session: Session, refs: Sequence[str], said: Statement, now: Now) -> MarkView:
    """Record a statement of all that `refs` name, or of none of it if one of them names nothing."""
    path = open_path(session)
    try:
        targets = path.resolve(refs)
    except NothingLeftError as nothing:
        return MarkView(changed=(), unchanged=(), said=said.status, today=now.today, nothing=nothing.message)
    targets = each_once(_meant(path, target, said) for target in targets)
    after = path

    def decide(progress: Progress, occasion: Occasion) -> Change:
        nonlocal after
        before = path.under(progress, occasion.device)
        change = marking(before.standings, targets, said, occasion)
        after = path.under(apply(progress, change.delta), occasion.device)
        return change

    change = session.progress.writer().record(session.words, now, decide)
    return MarkView(
        changed=tuple(
            _with_moment(marked(after, node), targets)._replace(things=count)
            for node, count in change.changed.items()
        ),
        unchanged=tuple(_with_moment(marked(after, node), targets) for node in change.unchanged),
        said=said.status,
        today=now.today,
        moved=moved(after, tuple(change.changed)),
    )


def _meant(path: LearningPath, target: Target, said: Statement) -> Target:
    """Return a target, its moment only where that was meant; raises `BadRefError` for a wrong one."""
    if target.moment is None:
        return target
    if said.status == "doing":
        check_moment(target.node, target.moment, path.outline)
        return target
    if target.is_typed:
        named = quote(f"{target.node.ref}@{clock(target.moment)}")
        raise BadRefError(
            f"a moment cannot be {said.status}", f"all before it was watched: llmpath mark doing {named}"
        )
    return Target(target.node)


def _with_moment(view: MarkedView, targets: Sequence[Target]) -> MarkedView:
    """Return a receipt with the moment that was named with the thing, the last one if there are several."""
    said = [target.moment for target in targets[::-1] if target.node.number == view.number]
    return view._replace(moment=next((moment for moment in said if moment is not None), None))


def marked(path: LearningPath, node: Node) -> MarkedView:
    """Return a node as a receipt names it."""
    return MarkedView(
        number=node.number or None,
        id=node.id or None,
        key=node.key,
        status=path.standings.of(node).status,
        also=path.outline.also(node),
        title=node.title,
        since=_since(path, node),
        things=count_leaves(node),
    )


def _since(path: LearningPath, node: Node) -> date | None:
    """Return the last day on which something was said that the status of a node rests on."""
    status = path.standings.of(node).status
    span = ((node.start, OPEN if node.end is None else node.end),) if node.is_chapter else ((0, OPEN),)
    days = []
    for leaf in [node] if node.is_chapter else leaves([node]):
        record = path.standings.record(leaf)
        if record.mark and record.mark.status == status and not node.is_chapter:
            days.append(record.mark.on)
        days += [entry.on for entry in record.seen if entry.status == status and common(span, entry.spans)]
    return max(days, default=None)
