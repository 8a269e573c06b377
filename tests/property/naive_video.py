"""The timeline rules of docs/refs-and-marks.md, second by second: `cells` holds what was last said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from naive_registers import COVERED, EVERY_SECOND, LAST

from llmpath.domain.outline import Node

MINUTE = 60
"""What is left at least of a video of unknown length that is begun and not finished."""
Cells = Sequence[str | None]
Counted = dict[int, str]
"""The seconds that count as done or skipped."""


class Figures(NamedTuple):
    """The status of a node, its length and what of that is done and skipped, in seconds."""

    status: str
    seconds: int
    done: int = 0
    skipped: int = 0


@dataclass(frozen=True)
class Video:
    """What was said of a video at one place: a finished chapter counts whole, and a finished video."""

    node: Node
    counted: Counted
    stop: int
    is_finished: bool

    def figures(self, *, is_begun: bool) -> Figures:
        length = self.stop - self.node.start
        done, skipped = _seconds(self.counted, self.node.start, self.stop)
        if not self.is_finished:
            is_begun = is_begun or "done" in self.counted.values()
            return Figures("doing" if is_begun else "todo", length, done, skipped)
        if done * 2 >= length:
            return Figures("done", length, length - skipped, skipped)
        return Figures("skipped", length, done, length - done)

    @property
    def first_left(self) -> int:
        """The first second that is neither done nor skipped."""
        return min(second for second in asked_of(self.node) if second not in self.counted)


def look_at(video: Node, cells: Cells) -> Video:
    """Return how far a video is: 95 % finish it, where its length is known."""
    counted = _covered(asked_of(video), cells)
    are_finished = True
    for span in filter(None, (asked_of_chapter(chapter, video) for chapter in video.chapters)):
        status = _chapter_status(span, counted)
        are_finished = are_finished and status is not None
        counted = dict.fromkeys(span, status) | counted if status else counted
    if video.seconds is None:
        edges = [at for at in EVERY_SECOND if at and (at in counted) != (at - 1 in counted)]
        is_finished = LAST in counted and are_finished
        least = max(edges, default=0) + (MINUTE if counted and not is_finished else 0)
        return Video(video, counted, max(video.start + video.weight, least), is_finished)
    is_finished = len(counted) * 100 >= 95 * video.seconds
    return Video(video, counted, video.start + video.seconds, is_finished)


def chapter_figures(chapter: Node, video: Node, cells: Cells) -> Figures:
    """Return how far a chapter is, of what is asked of it."""
    span = asked_of_chapter(chapter, video) or range(
        chapter.start, LAST + 1 if chapter.end is None else chapter.end
    )
    counted = _covered(span, cells)
    status = _chapter_status(span, counted)
    if status:
        counted = dict.fromkeys(span, status) | counted
    whole = look_at(video, cells)
    least = span.start + (MINUTE if whole.counted and not status else 0)
    stop = max(whole.stop, least) if LAST in span else span.stop
    done, skipped = _seconds(counted, span.start, stop)
    begun = "doing" if "done" in counted.values() else "todo"
    return Figures(status or begun, stop - span.start, done, skipped)


def asked_of(video: Node) -> range:
    """Return the seconds that are to be learned of a video."""
    return range(video.start, LAST + 1 if video.seconds is None else video.start + video.seconds)


def asked_of_chapter(chapter: Node, video: Node) -> range:
    """Return what is to be learned of a chapter, empty where it lies outside."""
    asked, span = asked_of(video), span_of(chapter, video)
    return range(max(asked.start, span.start), min(asked.stop, span.stop))


def span_of(node: Node, video: Node) -> range:
    """Return the seconds that a mark covers: `[start, open end)`, unless a chapter follows this one."""
    ends = node.is_chapter and node != video.chapters[-1] and node.end is not None
    return range(node.start, int(node.end or 0) if ends else LAST + 1)


def _seconds(counted: Counted, start: int, stop: int) -> tuple[int, int]:
    """Return how many seconds from start to stop are done and skipped; all from `LAST` on are alike."""
    words = [counted.get(second) for second in range(start, min(stop, LAST))]
    words += [counted.get(LAST)] * max(0, stop - max(start, LAST))
    return words.count("done"), words.count("skipped")


def _covered(seconds: range, cells: Cells) -> Counted:
    return {at: said for at in seconds if (said := cells[at]) is not None and said in COVERED}


def _chapter_status(span: range, counted: Counted) -> str | None:
    """Return what a chapter is finished as: nine tenths of it, or its end where that is open."""
    if LAST in span:
        return counted.get(LAST)
    done, skipped = _seconds(counted, span.start, span.stop)
    if (done + skipped) * 10 < len(span) * 9:
        return None
    return "done" if done * 2 >= len(span) else "skipped"
