"""Marking: which registers a mark or an opening writes (docs/refs-and-marks.md).

A change is a small `Progress` of new registers, later than all they replace; joining it to the
progress is what makes it true.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from llmpath.domain.joining import apply, painted
from llmpath.domain.marker import Marker, Statement, already_finished
from llmpath.domain.occasion import Occasion
from llmpath.domain.outline import Node, walk
from llmpath.domain.records import Day, Opened, Progress, Record, Status, stamp_after
from llmpath.domain.status import Standings
from llmpath.domain.targets import Target
from llmpath.domain.timeline import common, measure


class Change(NamedTuple):
    """What a command would write, and which of the things it names that changes or leaves as it is.

    Of what changes also how many leaves or chapters of it do.
    """

    delta: Progress
    former: Mapping[str, tuple[str, ...]]
    changed: Mapping[Node, int]
    unchanged: tuple[Node, ...]


def mark(standings: Standings, targets: Sequence[Target], said: Statement, occasion: Occasion) -> Change:
    """Return the change that marks what `targets` name, be it leaf, container or chapter.

    `doing` at a moment says that all before it was watched. Raises `FinishedError` where `doing` is said
    of something finished.
    """
    delta = Progress()
    changed: dict[Node, int] = {}
    unchanged: list[Node] = []
    for node, moment, _ in targets:
        now = Standings(standings.outline, apply(standings.progress, delta))
        marker = Marker(now, said, occasion, moment)
        parts = {
            part.key: marker.record_for(part)
            for part in _marked(node, said.status, now)
            if part.key is not None and not marker.is_so(part)
        }
        if parts:
            changed[node] = len(parts)
        else:
            unchanged.append(node)
        delta = apply(delta, Progress(items=parts))
    delta = delta._replace(days=_days(standings, delta, occasion))
    return Change(delta, former_keys(standings, delta), changed, tuple(unchanged))


class Opening(NamedTuple):
    """The registers that record that something is opened, and former keys of what it is of."""

    delta: Progress
    former: Mapping[str, tuple[str, ...]]


def opening(standings: Standings, nodes: Iterable[Node], occasion: Occasion) -> Opening:
    """Return what records that leaves or chapters are opened now."""
    items = {}
    for node in nodes:
        opened = standings.record(node).opened
        stamp = stamp_after(occasion.now, occasion.device, [opened])
        if node.key is not None:
            title = standings.outline.thing_of(node).title
            items[node.key] = Record(title=title, opened=Opened(when=occasion.now, stamp=stamp))
    delta = Progress(items=items)
    return Opening(delta, former_keys(standings, delta))


def former_keys(standings: Standings, delta: Progress) -> dict[str, tuple[str, ...]]:
    """Return the former keys of each key in a change."""
    places = standings.outline.by_key
    return {key: places[key][0].aliases for key in delta.items if key in places}


def _marked(node: Node, status: Status, standings: Standings) -> tuple[Node, ...]:
    """Return the leaves or the chapter that a mark on `node` goes to.

    Of the places of one video the one that begins first comes last: its mark covers the others.
    """
    if node.is_chapter or node.is_leaf:
        return (node,)
    if status == "doing":
        unfinished = (part for part in walk([node]) if part.is_leaf and not standings.of(part).finished)
        leaf = next(unfinished, None)
        if leaf is None:
            raise already_finished(node, standings)
        return (leaf,)
    inside = tuple(walk([node]))
    leaves = sorted((part for part in inside if part.is_leaf), key=lambda leaf: leaf.start, reverse=True)
    if status == "todo":
        begun = (part for part in inside if not (part.is_leaf or part.is_chapter))
        return (*leaves, *(part for part in begun if standings.record(part).is_begun))
    if status == "skipped":
        return tuple(leaf for leaf in leaves if not standings.of(leaf).finished)
    return tuple(leaves)


def _days(standings: Standings, delta: Progress, occasion: Occasion) -> dict[tuple[str, date], Day]:
    """Return the registers of the days on which the change makes more, or less, count as newly seen."""
    after = Standings(standings.outline, apply(standings.progress, delta))
    newly: Counter[date] = Counter()
    for key in delta.items:
        thing = next(iter(standings.outline.by_key.get(key, ())), None)
        if thing is not None and thing.is_leaf:
            newly.update(_seen_by_day(after, thing))
            newly.subtract(_seen_by_day(standings, thing))
    days = {}
    for day, seconds in newly.items():
        known = standings.progress.days.get((occasion.device, day))
        total = max(0, seconds + (known.seconds if known else 0))
        if total != (known.seconds if known else 0):
            stamp = stamp_after(occasion.now, occasion.device, [known])
            days[occasion.device, day] = Day(seconds=total, stamp=stamp)
    return days


def _seen_by_day(standings: Standings, leaf: Node) -> Counter[date]:
    """Return the seconds of a leaf that count as done, by the day they were learned on.

    What was known before is no pace and does not count; what a finished thing counts beyond what was
    marked goes to its last day.
    """
    record, done = standings.record(leaf), standings.of(leaf).done
    if not record.speaks:
        return Counter()
    if not leaf.timed:
        mark = record.mark
        is_pace = mark is not None and mark.status == "done" and not mark.known
        return Counter({mark.on: done}) if mark is not None and is_pace else Counter()
    span = standings.coverage(leaf).span
    days: Counter[tuple[date, bool]] = Counter()
    for start, end, top in painted(standings.said(leaf)):
        if top.status == "done":
            days[top.on, top.known] += measure(common(((start, end),), (span,)))
    if days:
        days[max(days)] += done - sum(days.values())
    return Counter({day: seconds for (day, known), seconds in days.items() if not known})
