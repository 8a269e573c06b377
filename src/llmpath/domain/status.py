"""Status: what of a curriculum is done, derived from records by the rules of docs/refs-and-marks.md.

Nothing derived is ever stored, so changing a rule here changes no one's data.
"""

from collections.abc import Sequence
from typing import NamedTuple

from llmpath.domain.coverage import (
    Coverage,
    Covered,
    cover_chapter,
    cover_video,
    covered_by,
    said_by,
    said_in,
)
from llmpath.domain.joining import known_of
from llmpath.domain.outline import Node, Outline, leaf_places, once_each
from llmpath.domain.records import EMPTY, Mark, Progress, Record, Seen, Status
from llmpath.domain.timeline import OPEN, common, measure, without

_FINISHED = frozenset({"done", "skipped"})


class Standing(NamedTuple):
    """How far one node, or several together, are.

    `seconds` is the length, with estimates for unknown ones (`estimated`), of which `done` and
    `skipped` are seconds; what was skipped is neither done nor left. `touched` is when anything in it
    was last opened or marked, in UTC milliseconds, 0 for never.
    """

    status: Status
    seconds: int
    done: int = 0
    skipped: int = 0
    estimated: bool = False
    touched: int = 0

    @property
    def finished(self) -> bool:
        """Whether nothing of it is left."""
        return self.status in _FINISHED

    @property
    def left(self) -> int:
        """The seconds that are neither done nor skipped."""
        return self.seconds - self.skipped - self.done

    @property
    def fraction(self) -> float:
        """The part of what was not skipped that is done, 0.0 of nothing."""
        asked = self.seconds - self.skipped
        return self.done / asked if asked > 0 else 0.0


class Standings:
    """The standing of every node of an outline, computed when it is asked for."""

    def __init__(self, outline: Outline, progress: Progress) -> None:
        self.outline = outline
        self.progress = progress
        self._known: dict[str, Standing] = {}
        self._painted: dict[str, Covered] = {}

    def is_untouched(self, node: Node) -> bool:
        """Whether it is a leaf of which nothing is known, neither by itself nor from a container."""
        return self.record(node) is EMPTY and node.is_leaf and self.inherited(node) is None

    def record(self, node: Node) -> Record:
        """Return what is known of a node's key and its former keys."""
        items = self.progress.items
        known = [key for key in (node.key, *node.aliases) if key is not None and key in items]
        if not known:
            return EMPTY
        return known_of(self.progress, known) if known[1:] else items[known[0]]

    def of(self, node: Node) -> Standing:
        """Return the standing of a section, resource, part or chapter of this outline."""
        place = node.number or str(node.key)
        known = self._known.get(place)
        if known is None:
            known = self._known[place] = self._stand(node)
        return known

    def total(self, nodes: Sequence[Node], own: Record = EMPTY) -> Standing:
        """Return the standing of nodes together, each key counted once (docs/curriculum-format.md, Keys).

        They are finished when each place of each key is. `own` is the record of the container itself:
        what was said of it while it had no parts.
        """
        places = leaf_places(nodes)
        statuses = {self.of(place).status for place in places}
        standings = [self.of(leaf) for leaf in once_each(places)]
        columns = zip(*standings, strict=True) if standings else [()] * len(Standing._fields)
        _, seconds, done, skipped, estimated, touched = columns
        length, learned = sum(seconds), sum(done)
        status: Status = "todo"
        if statuses <= _FINISHED:
            status = "done" if learned * 2 >= length else "skipped"
        elif (
            own.is_begun
            or statuses & {"doing", "done"}
            or any(self.of(node).status == "doing" for node in nodes if not node.is_leaf)
        ):
            status = "doing"
        return Standing(status, length, learned, sum(skipped), any(estimated), max([own.touched, *touched]))

    def resume(self, leaf: Node) -> int | None:
        """Return the second to go on at, or None for the link as it is.

        It is where the video was last stopped if that second's chapter is unfinished, else the
        first second that is neither done nor skipped.
        """
        if not leaf.timed or self.is_untouched(leaf):
            return None
        coverage = self.coverage(leaf)
        if coverage.finished:
            return None
        stopped = self.record(leaf).position
        if stopped and stopped.second is not None and self._goes_on_at(stopped.second, leaf, coverage):
            second = stopped.second
        else:
            second = without(((leaf.start, OPEN),), coverage.seconds.all)[0][0]
        return second if second > leaf.start else None

    def coverage(self, video: Node) -> Coverage:
        """Return which seconds of a video count as done and skipped."""
        return cover_video(video, self._covered(video))

    def _goes_on_at(self, second: int, leaf: Node, coverage: Coverage) -> bool:
        inside = leaf.start <= second and (leaf.seconds is None or second < leaf.start + leaf.seconds)
        chapter = leaf.chapter_at(second)
        if chapter is not None:
            return inside and not self.of(chapter).finished
        return inside and not common(((second, second + 1),), coverage.seconds.all)

    def _stand(self, node: Node) -> Standing:
        if node.is_chapter:
            video = self._video(node)
            coverage = cover_chapter(node, video, self._covered(video))
            begun: Status = "doing" if self._is_stopped_in(node, video) else "todo"
            return _from_coverage(coverage, begun, estimated=node.end is None)
        record = self.record(node)
        if not node.is_leaf:
            return self.total(node.parts, record)
        if record is EMPTY and self.is_untouched(node):
            return Standing("todo", node.weight, estimated=node.seconds is None)
        begun = "doing" if record.is_begun else "todo"
        if node.timed:
            standing = _from_coverage(self.coverage(node), begun, estimated=node.seconds is None)
            return standing._replace(touched=record.touched)
        mark = record.mark if record.speaks else self.inherited(node)
        status = mark.status if mark and mark.status in {"done", "skipped"} else begun
        return Standing(
            status,
            node.weight,
            node.weight if status == "done" else 0,
            node.weight if status == "skipped" else 0,
            node.seconds is None,
            record.touched,
        )

    def _video(self, chapter: Node) -> Node:
        video = self.outline.parent(chapter)
        assert video is not None, chapter.number  # noqa: S101  (a chapter is in a video)
        return video

    def _is_stopped_in(self, chapter: Node, video: Node) -> bool:
        position = self.record(video).position
        end = OPEN if chapter.end is None else chapter.end
        return position is not None and position.second is not None and chapter.start <= position.second < end

    def said(self, video: Node) -> list[Seen]:
        """Return everything that was said of a video's timeline, what its container kept included."""
        record = self.record(video)
        if not record.speaks:
            kept = self.inherited(video)
            return [said_by(kept)] if kept else []
        return said_in(record)

    def _covered(self, video: Node) -> Covered:
        place = video.number or str(video.key)
        known = self._painted.get(place)
        if known is None:
            known = self._painted[place] = covered_by(self.said(video))
        return known

    def inherited(self, leaf: Node) -> Mark | None:
        """Return the mark of the nearest container that kept one from when it had no parts.

        It stands for a part that has no mark of its own. A kept `doing` is the container's alone.
        """
        node = self.outline.parent(leaf) if leaf.is_inside else None
        while node is not None and node.key is not None:
            mark = self.record(node).mark
            if mark is not None and mark.status is not None:
                return mark if mark.status != "doing" else None
            node = self.outline.parent(node)
        return None


def _from_coverage(coverage: Coverage, begun: Status, *, estimated: bool) -> Standing:
    done, skipped = (measure(spans) for spans in coverage.seconds)
    status = coverage.finished or ("doing" if coverage.begun else begun)
    start, end = coverage.span
    return Standing(status, end - start, done, skipped, estimated)
