"""Marking: which registers a mark or an opening writes (section 4 of the contract).

A change is a small `Progress` of new registers, later than all they replace; joining it to the
progress is what makes it true.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from llmpath.domain.coverage import covered_by, said_by
from llmpath.domain.outline import Node, leaves, walk
from llmpath.domain.records import (
    Day,
    Mark,
    Opened,
    Position,
    Progress,
    Record,
    Seen,
    Stamp,
    Status,
    apply,
    stamp_after,
)
from llmpath.domain.refs import Target
from llmpath.domain.status import Standings, seen_by_day
from llmpath.domain.timeline import OPEN, Spans, common, joined, without
from llmpath.domain.upcoming import next_in
from llmpath.errors import FinishedError


class Occasion(NamedTuple):
    """When and where something is written: UTC milliseconds, the local day, the device."""

    now: int
    today: date
    device: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a learner says of things: their status, since which local day, and whether it was known."""

    status: Status
    on: date | None = None
    known: bool = False


class Change(NamedTuple):
    """What a command would write, and which of the things it names that changes or leaves as it is."""

    delta: Progress
    former: Mapping[str, tuple[str, ...]]
    changed: tuple[Node, ...]
    unchanged: tuple[Node, ...]


def mark(standings: Standings, targets: Sequence[Target], said: Statement, occasion: Occasion) -> Change:
    """Return the change that marks what `targets` name, as section 4 says for leaf, container and chapter.

    `doing` at a moment says that all before it was watched. Raises `FinishedError` where `doing` is said
    of something finished.
    """
    delta = Progress()
    changed: list[Node] = []
    unchanged: list[Node] = []
    for node, moment, _ in targets:
        now = Standings(standings.outline, apply(standings.progress, delta))
        marker = _Marker(now, said, occasion, moment if said.status == "doing" else None)
        parts = {
            part.key: marker.record_for(part)
            for part in _marked(node, said.status, now)
            if part.key is not None and not marker.is_so(part)
        }
        (changed if parts else unchanged).append(node)
        delta = apply(delta, Progress(items=parts))
    delta = replace(delta, days=_days(standings, delta, occasion))
    return Change(delta, former_keys(standings, delta), tuple(changed), tuple(unchanged))


def opening(standings: Standings, nodes: Iterable[Node], occasion: Occasion) -> Progress:
    """Return the change that records that leaves or chapters are opened now."""
    items = {}
    for node in nodes:
        opened = standings.record(node).opened
        stamp = stamp_after(occasion.now, occasion.device, [opened])
        if node.key is not None:
            title = _thing(node, standings).title
            items[node.key] = Record(title=title, opened=Opened(when=occasion.now, stamp=stamp))
    return Progress(items=items)


def former_keys(standings: Standings, delta: Progress) -> dict[str, tuple[str, ...]]:
    """Return the former keys of each key in a change."""
    places = standings.outline.by_key
    return {key: places[key][0].aliases for key in delta.items if key in places}


def _thing(node: Node, standings: Standings) -> Node:
    """Return the video of a chapter, and anything else as it is."""
    return standings.outline.parent(node) or node if node.is_chapter else node


def _marked(node: Node, status: Status, standings: Standings) -> tuple[Node, ...]:
    """Return the leaves or the chapter that a mark on `node` goes to."""
    if node.is_chapter or node.is_leaf:
        return (node,)
    if status == "doing":
        leaf = next_in(node, standings)
        if leaf is None:
            raise _finished(node, standings)
        return (leaf,)
    found = leaves([node])
    if status == "todo":
        begun = (part for part in walk([node]) if not (part.is_leaf or part.is_chapter))
        return (*found, *(part for part in begun if standings.is_begun(part)))
    if status == "skipped":
        return tuple(leaf for leaf in found if not standings.of(leaf).finished)
    return found


def _finished(node: Node, standings: Standings) -> FinishedError:
    return FinishedError(
        f"{node.number} {node.id} is {standings.of(node).status} and stays so",
        f"to learn it again: llmpath mark todo {node.id}",
    )


class _Marker:
    """Writes the registers for one statement, each leaf or chapter in its own way."""

    def __init__(self, standings: Standings, said: Statement, occasion: Occasion, moment: int | None) -> None:
        self._standings = standings
        self._said = said
        self._moment = moment
        self._on = said.on or occasion.today
        self._occasion = occasion

    def is_so(self, node: Node) -> bool:
        """Whether there is nothing to write, since the node has that status since that day."""
        if self._said.status == "doing" and self._stop(node) is not None:
            return self._is_there(node)
        standing = self._standings.of(node)
        if standing.status != self._said.status:
            return False
        if self._said.status == "todo":
            return not (standing.done or standing.skipped)
        if self._said.on is None and not self._said.known:
            return True
        record = self._standings.record(node)
        said = [(entry.on, entry.known) for entry in record.seen if entry.status == self._said.status]
        if record.mark and record.mark.status == self._said.status:
            said.append((record.mark.on, record.mark.known))
        return bool(said) and all(entry == (self._on, self._said.known) for entry in said)

    def record_for(self, node: Node) -> Record:
        """Return the registers that make the leaf or chapter what the statement says."""
        video = _thing(node, self._standings)
        record = self._standings.record(node)
        if not video.timed:
            return self._untimed(video, record)
        if self._said.status != "doing":
            return self._timed(node, video, record)
        for thing in (video, node):
            if self._standings.of(thing).finished:
                raise _finished(thing, self._standings)
        return self._watched_up_to(self._moment, node, video, record)

    def _watched_up_to(self, moment: int | None, node: Node, video: Node, record: Record) -> Record:
        """Return what says that a video is begun and where it was stopped, and was seen up to a moment."""
        spans = self._unseen_before(moment, video)
        overlapped = (entry for entry in record.seen if common(spans, entry.spans))
        stamp = self._stamp(record.mark, *overlapped)
        seen = Seen(status="done", spans=spans, on=self._on, known=self._said.known, stamp=stamp)
        kept = self._standings.inherited(video) if spans and not record.speaks else None
        stop = self._stop(node)
        is_begun = record.mark is not None and record.mark.status == "doing"
        return Record(
            title=video.title,
            mark=None if is_begun else self._mark("doing", record),
            position=None if stop is None else Position(second=stop, stamp=self._stamp(record.position)),
            seen=frozenset({*([seen] if spans else []), *([said_by(kept)] if kept else [])}),
        )

    def _stop(self, node: Node) -> int | None:
        """Return the second at which a video is said to be stopped: a moment, or where a chapter begins."""
        if self._moment is not None or not node.is_chapter:
            return self._moment
        return max(node.start, _thing(node, self._standings).start)

    def _is_there(self, node: Node) -> bool:
        video = _thing(node, self._standings)
        position = self._standings.record(node).position
        is_stopped = position is not None and position.second == self._stop(node)
        is_doing = self._standings.of(video).status == "doing"
        return is_doing and is_stopped and not self._unseen_before(self._moment, video)

    def _unseen_before(self, moment: int | None, video: Node) -> Spans:
        """Return what lies before a moment and is neither done nor skipped."""
        if moment is None:
            return ()
        covered = covered_by(self._standings.said(video)).all
        return without(joined([(video.start, moment)]), covered)

    def _untimed(self, node: Node, record: Record) -> Record:
        mark = self._mark(self._said.status, record)
        return Record(title=node.title, mark=mark, opened=self._cleared(record))

    def _timed(self, node: Node, video: Node, record: Record) -> Record:
        whole = not node.is_chapter
        spans = ((node.start, _open_end(node, video)),)
        stamp = self._stamp(record.mark, *(entry for entry in record.seen if common(spans, entry.spans)))
        seen = Seen(status=self._said.status, spans=spans, on=self._on, known=self._said.known, stamp=stamp)
        kept = self._standings.inherited(video) if not record.speaks and not whole else None
        unmake = whole and self._said.status == "todo"
        doing = record.mark is not None and record.mark.status == "doing"
        stopped = record.position is not None and record.position.second is not None
        return Record(
            title=video.title,
            mark=self._mark("todo", record) if unmake and doing else None,
            opened=self._cleared(record) if whole else None,
            position=Position(second=None, stamp=self._stamp(record.position))
            if unmake and stopped
            else None,
            seen=frozenset({seen, *([said_by(kept)] if kept else [])}),
        )

    def _mark(self, status: Status, record: Record) -> Mark:
        return Mark(
            status=status, on=self._on, known=self._said.known, stamp=self._stamp(record.mark, *record.seen)
        )

    def _cleared(self, record: Record) -> Opened | None:
        opened = record.opened
        if self._said.status != "todo" or opened is None or opened.when is None or opened.cleared:
            return None
        return replace(opened, cleared=True, stamp=self._stamp(opened))

    def _stamp(self, *replaced: Mark | Opened | Position | Seen | None) -> Stamp:
        return stamp_after(self._occasion.now, self._occasion.device, replaced)


def _open_end(node: Node, video: Node) -> int:
    """Return where a mark ends: open, but for a chapter that another one follows (section 4)."""
    is_last = node.is_chapter and node.number == video.parts[-1].number
    return node.end if node.is_chapter and node.end is not None and not is_last else OPEN


def _days(standings: Standings, delta: Progress, occasion: Occasion) -> dict[tuple[str, date], Day]:
    """Return the registers of the days on which the change makes more, or less, count as newly seen."""
    after = Standings(standings.outline, apply(standings.progress, delta))
    newly: Counter[date] = Counter()
    for key in delta.items:
        thing = next(iter(standings.outline.by_key.get(key, ())), None)
        if thing is not None and thing.is_leaf:
            newly.update(seen_by_day(after, thing))
            newly.subtract(seen_by_day(standings, thing))
    days = {}
    for day, seconds in newly.items():
        known = standings.progress.days.get((occasion.device, day))
        total = max(0, seconds + (known.seconds if known else 0))
        if total != (known.seconds if known else 0):
            stamp = stamp_after(occasion.now, occasion.device, [known])
            days[occasion.device, day] = Day(seconds=total, stamp=stamp)
    return days
