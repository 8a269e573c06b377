"""Coverage: when a chapter and a video count as done or skipped (docs/refs-and-marks.md)."""

from collections.abc import Iterable
from typing import NamedTuple

from llmpath.domain.durations import MINUTE
from llmpath.domain.joining import painted
from llmpath.domain.outline import Node
from llmpath.domain.records import Mark, Record, Seen, Status
from llmpath.domain.timeline import OPEN, Span, Spans, common, joined, measure, without


class Covered(NamedTuple):
    """The seconds of a timeline that are done and those that are skipped; none is both."""

    done: Spans
    skipped: Spans

    @property
    def all(self) -> Spans:
        """Every second that is done or skipped."""
        return joined((*self.done, *self.skipped))

    def within(self, span: Span) -> "Covered":
        """Return what of it lies inside a span."""
        return Covered(common((span,), self.done), common((span,), self.skipped))

    def completed(self, span: Span, status: Status) -> "Covered":
        """Return it with the rest of a finished span counted as its status says."""
        rest = without((span,), self.all)
        if status == "done":
            return self._replace(done=joined((*self.done, *rest)))
        return self._replace(skipped=joined((*self.skipped, *rest)))

    def status_at_end(self) -> Status | None:
        """Return what a span that is open at its end says, or None where there is none."""
        if self.done and self.done[-1][1] == OPEN:
            return "done"
        return "skipped" if self.skipped and self.skipped[-1][1] == OPEN else None


NOTHING = Covered((), ())


class Coverage(NamedTuple):
    """What counts of one video or chapter: the span asked, its end maybe an estimate, and its seconds.

    `begun` is whether anything of it is done, also beyond such an end.
    """

    span: Span
    seconds: Covered
    finished: Status | None
    begun: bool


def said_by(mark: Mark) -> Seen:
    """Return a mark on the whole as what it says of a timeline."""
    return Seen(
        status=mark.status,
        spans=((0, OPEN),),
        on=mark.on,
        known=mark.known,
        when=mark.when,
        stamp=mark.stamp,
    )


def said_in(record: Record) -> list[Seen]:
    """Return what a record says of a timeline: also its mark, if it was made while it had none."""
    mark = record.mark
    return [*record.seen, *([said_by(mark)] if mark and mark.status not in {None, "doing"} else [])]


def covered_by(said: Iterable[Seen]) -> Covered:
    """Return the seconds that entries leave done and skipped, the later on top of the earlier."""
    entries = tuple(said)
    if len(entries) == 1:
        spans, status = entries[0].spans, entries[0].status
        return Covered(spans if status == "done" else (), spans if status == "skipped" else ())
    stretches = painted(entries)
    done, skipped = (
        joined((start, end) for start, end, top in stretches if top.status == status)
        for status in ("done", "skipped")
    )
    return Covered(done, skipped)


def cover_video(video: Node, covered: Covered) -> Coverage:
    """Return the coverage of what is to be learned of a video; a finished chapter counts whole."""
    if covered == NOTHING:
        length = video.weight if video.seconds is None else video.seconds
        return Coverage((video.start, video.start + length), NOTHING, None, begun=False)
    bounds = _bounds(video)
    if not covered.skipped and bounds[1] != OPEN and _is_all(covered.done, bounds):
        return Coverage(bounds, Covered((bounds,), ()), "done", begun=True)
    counted = covered.within(bounds)
    chapters = [span for chapter in video.chapters if (span := asked(chapter, video))]
    unfinished = False
    for span in chapters:
        status = _chapter_status(span, counted)
        unfinished = unfinished or status is None
        counted = counted.completed(span, status) if status else counted
    if video.seconds is None:
        is_finished = not unfinished and counted.status_at_end() is not None
        return _cover_unbounded(video, counted, is_finished=is_finished)
    return _finish(counted, bounds, _video_status(video.seconds, counted))


def cover_chapter(chapter: Node, video: Node, covered: Covered) -> Coverage:
    """Return the coverage of a chapter, of what is asked of it where its video is bounded."""
    span = asked(chapter, video) or (chapter.start, OPEN if chapter.end is None else chapter.end)
    if covered == NOTHING and span[1] != OPEN:
        return Coverage(span, NOTHING, None, begun=False)
    status = _chapter_status(span, covered)
    if span[1] == OPEN:
        whole = cover_video(video, covered)
        least = span[0] + MINUTE if whole.seconds.all and not status else span[0]
        shown = (span[0], max(whole.span[1], least))
        covered = covered.completed(span, status) if status else covered
        return Coverage(shown, covered.within(shown), status, bool(covered.within(span).done))
    return _finish(covered.within(span), span, status)


def _is_all(spans: Spans, span: Span) -> bool:
    return len(spans) == 1 and spans[0][0] <= span[0] and spans[0][1] >= span[1]


def _bounds(video: Node) -> Span:
    return video.start, OPEN if video.seconds is None else video.start + video.seconds


def asked(chapter: Node, video: Node) -> Span | None:
    """Return the part of a chapter that lies inside what is to be learned of its video."""
    is_last = chapter.number == video.parts[-1].number
    start, end = _bounds(video)
    start = max(chapter.start, start)
    end = end if is_last or chapter.end is None else min(chapter.end, end)
    return (start, end) if start < end else None


def _chapter_status(span: Span, covered: Covered) -> Status | None:
    """Return `done` or `skipped` for a chapter of which nine tenths are, else None."""
    inside = covered.within(span)
    if span[1] == OPEN:
        return inside.status_at_end()
    return _status_from(span[1] - span[0], inside, parts=9, of=10)


def _video_status(length: int, covered: Covered) -> Status | None:
    """Return `done` or `skipped` for a video of which 95 of 100 seconds are, else None."""
    return _status_from(length, covered, parts=95, of=100)


def _status_from(length: int, covered: Covered, *, parts: int, of: int) -> Status | None:
    done, skipped = measure(covered.done), measure(covered.skipped)
    if (done + skipped) * of < length * parts:
        return None
    return "done" if done * 2 >= length else "skipped"


def _finish(covered: Covered, span: Span, status: Status | None) -> Coverage:
    return Coverage(span, covered.completed(span, status) if status else covered, status, bool(covered.done))


def _cover_unbounded(video: Node, covered: Covered, *, is_finished: bool) -> Coverage:
    """Return the coverage of a video that ends at an estimate, or after what was marked of it.

    Of what is begun and not finished a minute is left at least.
    """
    last = max((at for span in covered.all for at in span if at != OPEN), default=0)
    least = last + MINUTE if covered.all and not is_finished else last
    span = (video.start, max(video.start + video.weight, least))
    shown = covered.within(span)
    if not is_finished:
        return Coverage(span, shown, None, bool(covered.done))
    status: Status = "done" if measure(shown.done) * 2 >= span[1] - span[0] else "skipped"
    return Coverage(span, shown.completed(span, status), status, bool(covered.done))
