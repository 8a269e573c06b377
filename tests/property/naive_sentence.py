"""What a command writes in a naive llmpath: things that are said one after the other."""

from collections.abc import Iterable
from typing import Any

from naive_reading import Reading, leaves_of
from naive_registers import COVERED, EVERY_SECOND, Name, Opening, Register, Registers, stamp_over
from naive_video import span_of

from llmpath.domain.outline import Node, Outline, walk


class Refused(Exception):  # noqa: N818  (a refusal is no fault)
    """The command is refused, and nothing is recorded."""


class Sentence:
    """One command as it is said: a copy of the registers to which each statement is added."""

    def __init__(self, outline: Outline, registers: Registers, device: str, now: int) -> None:
        self._outline = outline
        self.registers = dict(registers)
        self._device = device
        self._now = now

    @property
    def reading(self) -> Reading:
        return Reading(self._outline, self.registers)

    def mark(self, node: Node, status: str, moment: int | None) -> None:
        """Mark a leaf, a chapter, or what a mark on a container goes to. Raises `Refused`."""
        if node.is_leaf or node.is_chapter:
            self.say(node, status, moment)
        elif status == "doing":
            self.say(self._first_unfinished(node), status, None)
        else:
            reading = self.reading
            begun = [inside for inside in walk([node]) if not (inside.is_leaf or inside.is_chapter)]
            begun = [container for container in begun if status == "todo" and reading.is_begun(container)]
            for place in [*self._places_in(node, status), *begun]:
                self.say(place, status, None)

    def _first_unfinished(self, container: Node) -> Node:
        for leaf in leaves_of([container]):
            if not self.reading.is_finished(leaf):
                return leaf
        raise Refused

    def _places_in(self, container: Node, status: str) -> list[Node]:
        """Return the leaves to mark: each key once, from the earliest start at which it is not so yet."""
        earliest: dict[str | None, Node] = {}
        for place in leaves_of([container]):
            known = earliest.get(place.key)
            is_spared = status == "skipped" and self.reading.is_finished(place)
            if not (is_spared or self._is_so(place, status)) and (known is None or place.start < known.start):
                earliest[place.key] = place
        return list(earliest.values())

    def say(self, node: Node, status: str, moment: int | None) -> None:
        """Say a status of a leaf or chapter, or of a container that was begun, unless it is so already."""
        reading, key = self.reading, str(node.key)
        video = reading.video_of(node)
        if video.timed and status == "doing" and (moment is not None or node.is_chapter):
            self._stop(node, video, moment)
        elif self._is_so(node, status):
            return
        elif not video.timed:
            self._put((key, "mark"), status)
            self._unmake(key, status)
        elif status == "doing":
            if reading.is_finished(video):
                raise Refused
            self._put((key, "mark"), status)
        else:
            if node.is_chapter:
                self._write_kept_down(video)
            self._cover(video, span_of(node, video), status)
            if status == "todo" and reading.value(video, "position") in span_of(node, video):
                self._put((key, "position"), None)
            if not node.is_chapter:
                self._unmake(key, status)

    def _is_so(self, node: Node, status: str) -> bool:
        """Whether it has that status already; `todo`: none of it is done or skipped."""
        figures = self.reading.of(node)
        return figures.status == status and (status != "todo" or not (figures.done or figures.skipped))

    def _stop(self, node: Node, video: Node, moment: int | None) -> None:
        """Say that a video is begun and where it was stopped, and that all before a moment was watched."""
        reading, key = self.reading, str(node.key)
        stop = max(node.start, video.start) if moment is None else moment
        cells = reading.cells(video)
        before = range(video.start, video.start if moment is None else moment)
        unseen = [second for second in before if cells[second] not in COVERED]
        is_there = reading.value(node, "position") == stop
        if is_there and reading.of(video).status == "doing" and not unseen:
            return
        if reading.is_finished(video) or reading.is_finished(node):
            raise Refused
        if unseen:
            self._write_kept_down(video)
            self._cover(video, unseen, "done")
        self._put((key, "mark"), "doing")
        self._put((key, "position"), stop)

    def _write_kept_down(self, video: Node) -> None:
        """Write down what a container kept for a video, before something else is said of a piece of it."""
        kept = self.reading.kept_for(video)
        if kept is not None:
            names: list[Name] = [(str(video.key), second) for second in EVERY_SECOND]
            at = stamp_over(self.registers, names, kept.at)
            self.registers |= dict.fromkeys(names, kept._replace(at=at))

    def _cover(self, video: Node, seconds: Iterable[int], status: str) -> None:
        """Say a status of seconds, all with one stamp; what was done before was said then."""
        names: list[Name] = [(str(video.key), second) for second in seconds]
        at = stamp_over(self.registers, names, self._now)
        for name in names:
            old = self.registers.get(name)
            said = old.said if old is not None and old.value == status == "done" else at
            self.registers[name] = Register(status, said, at, self._device)

    def _put(self, name: Name, value: Any) -> None:
        at = stamp_over(self.registers, [name], self._now)
        self.registers[name] = Register(value, at, at, self._device)

    def _unmake(self, key: str, status: str) -> None:
        """Take back what made a thing begun, where it is said to be `todo` as a whole."""
        opening, mark = (self.registers.get((key, what)) for what in ("opened", "mark"))
        if status != "todo":
            return
        if opening is not None and opening.value is not None and not opening.value.is_cleared:
            self._put((key, "opened"), Opening(opening.value.when, is_cleared=True))
        if mark is not None and mark.value == "doing":
            self._put((key, "mark"), None)
