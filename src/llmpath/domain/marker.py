"""The registers that one statement writes on one leaf or chapter (docs/refs-and-marks.md)."""

from collections.abc import Iterable, Iterator
from datetime import date
from shlex import quote
from typing import NamedTuple

from llmpath.domain.coverage import covered_by, said_by, said_in
from llmpath.domain.occasion import Occasion
from llmpath.domain.outline import Node
from llmpath.domain.records import (
    Mark,
    Opened,
    Position,
    Record,
    Seen,
    Stamp,
    Status,
    restamped,
    stamp_after,
)
from llmpath.domain.restoring import inside
from llmpath.domain.status import Standings
from llmpath.domain.timeline import OPEN, Spans, common, joined, without
from llmpath.errors import FinishedError


class Statement(NamedTuple):
    """What a learner says of things: their status, since which local day, and whether it was known."""

    status: Status
    on: date | None = None
    known: bool = False


class Marker:
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
        video = self._standings.outline.thing_of(node)
        record = self._standings.record(node)
        if not video.timed:
            return self._untimed(video, record)
        if self._said.status != "doing":
            return self._timed(node, video, record)
        for thing in (video, node):
            if self._standings.of(thing).finished:
                raise already_finished(thing, self._standings)
        return self._watched_up_to(self._moment, node, video, record)

    def _watched_up_to(self, moment: int | None, node: Node, video: Node, record: Record) -> Record:
        """Return what says that a video is begun and where it was stopped, and was seen up to a moment."""
        spans = self._unseen_before(moment, video)
        kept = self._kept(video, record) if spans else []
        stamp = self._stamp_over(spans, [*said_in(record), *kept])
        seen = Seen(status="done", spans=spans, on=self._on, stamp=stamp)
        stop = self._stop(node)
        return Record(
            title=video.title,
            mark=self._mark("doing", record.mark),
            position=None if stop is None else Position(second=stop, stamp=self._stamp(record.position)),
            seen=frozenset({*([seen] if spans else []), *kept}),
        )

    def _kept(self, video: Node, record: Record) -> list[Seen]:
        """Return what a container said of a video so far, as the video says it itself from now on.

        It is laid over what was taken back, which else would hide it.
        """
        kept = None if record.speaks else self._standings.inherited(video)
        if kept is None:
            return []
        stamp = stamp_after(kept.stamp.at, kept.stamp.by, record.seen)
        return [said_by(kept if stamp == kept.stamp else restamped(kept, stamp))]

    def _stop(self, node: Node) -> int | None:
        """Return the second at which a video is said to be stopped: a moment, or where a chapter begins."""
        if self._moment is not None or not node.is_chapter:
            return self._moment
        return max(node.start, self._standings.outline.thing_of(node).start)

    def _is_there(self, node: Node) -> bool:
        video = self._standings.outline.thing_of(node)
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
        mark = self._mark(self._said.status, record.mark, *record.seen)
        return Record(title=node.title, mark=mark, opened=self._cleared(record))

    def _timed(self, node: Node, video: Node, record: Record) -> Record:
        whole = not node.is_chapter
        spans = ((node.start, _open_end(node, video)),)
        kept = [] if whole else self._kept(video, record)
        stamp = self._stamp_over(spans, [*said_in(record), *kept])
        doing = record.mark is not None and record.mark.status == "doing"
        return Record(
            title=video.title,
            mark=self._mark(None, record.mark) if whole and self._said.status == "todo" and doing else None,
            opened=self._cleared(record) if whole else None,
            position=self._unstopped(spans, record),
            seen=frozenset({*self._seen(spans, record, stamp), *kept}),
        )

    def _seen(self, spans: Spans, record: Record, stamp: Stamp) -> Iterator[Seen]:
        """Yield what is said of spans; what was done before stays done since that day, unless one is said."""
        if self._said.status == "done" and self._said.on is None and not self._said.known:
            before = [entry for entry in inside(record.seen, spans) if entry.status == "done"]
            spans = without(spans, joined(span for entry in before for span in entry.spans))
            yield from (restamped(entry, stamp) for entry in before)
        if spans:
            yield Seen(
                status=self._said.status, spans=spans, on=self._on, known=self._said.known, stamp=stamp
            )

    def _unstopped(self, spans: Spans, record: Record) -> Position | None:
        """Return that a video is stopped nowhere any more, where `todo` is said of where it was."""
        second = record.position.second if record.position else None
        if self._said.status != "todo" or second is None or not common(spans, ((second, second + 1),)):
            return None
        return Position(second=None, stamp=self._stamp(record.position))

    def _mark(self, status: Status | None, *replaced: Mark | Seen | None) -> Mark:
        return Mark(status=status, on=self._on, known=self._said.known, stamp=self._stamp(*replaced))

    def _cleared(self, record: Record) -> Opened | None:
        opened = record.opened
        if self._said.status != "todo" or opened is None or opened.when is None or opened.cleared:
            return None
        return opened._replace(cleared=True, stamp=self._stamp(opened))

    def _stamp_over(self, spans: Spans, said: Iterable[Seen]) -> Stamp:
        return self._stamp(*(entry for entry in said if common(spans, entry.spans)))

    def _stamp(self, *replaced: Mark | Opened | Position | Seen | None) -> Stamp:
        return stamp_after(self._occasion.now, self._occasion.device, replaced)


def already_finished(node: Node, standings: Standings) -> FinishedError:
    """Return the refusal to say `doing` of what is finished."""
    return FinishedError(
        f"{node.name} is {standings.of(node).status} and stays so",
        f"to learn it again: llmpath mark todo {quote(node.ref)}",
    )


def _open_end(node: Node, video: Node) -> int:
    """Return where a mark ends: open, but for a chapter that another one follows (docs/refs-and-marks.md)."""
    is_last = node.is_chapter and node.number == video.parts[-1].number
    return node.end if node.is_chapter and node.end is not None and not is_last else OPEN
