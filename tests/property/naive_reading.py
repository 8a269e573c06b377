"""What follows from registers of single seconds: docs/refs-and-marks.md, taken at its word."""

from collections.abc import Sequence
from typing import Any

from naive_registers import COVERED, EVERY_SECOND, Register, Registers
from naive_video import Cells, Figures, Video, asked_of, chapter_figures, look_at

from llmpath.domain.outline import Node, Outline, walk


def leaves_of(nodes: Sequence[Node]) -> list[Node]:
    """Return every leaf in nodes, in curriculum order, at every place where it stands."""
    return [node for node in walk(nodes) if node.is_leaf]


class Reading:
    """Status, seconds and resume points of the nodes of an outline."""

    def __init__(self, outline: Outline, registers: Registers) -> None:
        self.outline = outline
        self.registers = registers
        self._figures: dict[str, Figures] = {}
        self._cells: dict[str, Cells] = {}
        self._videos: dict[str, Video] = {}

    def value(self, node: Node, what: str | int) -> Any:
        register = self.registers.get((str(node.key), what))
        return register.value if register else None

    def of(self, node: Node) -> Figures:
        if node.number not in self._figures:
            self._figures[node.number] = self._look_at(node)
        return self._figures[node.number]

    def _look_at(self, node: Node) -> Figures:
        if node.is_chapter:
            video = self.video_of(node)
            figures = chapter_figures(node, video, self.cells(video))
            is_begun = figures.status == "todo" and self._is_stopped_in(node)
            return figures._replace(status="doing") if is_begun else figures
        if not node.is_leaf:
            return self.together(node.parts, is_begun=self.is_begun(node))
        return self.video(node).figures(is_begun=self.is_begun(node)) if node.timed else self._untimed(node)

    def is_finished(self, node: Node) -> bool:
        return self.of(node).status in COVERED

    def is_begun(self, node: Node) -> bool:
        """Whether it was itself marked `doing`, or opened since it was last `todo`."""
        opening = self.value(node, "opened")
        return self.value(node, "mark") == "doing" or (opening is not None and not opening.is_cleared)

    def together(self, nodes: Sequence[Node], *, is_begun: bool = False) -> Figures:
        """Return the figures of nodes together: each key counts once, where it is longest.

        They are finished when the leaves are at every place.
        """
        places = leaves_of(nodes)
        figures = [self.of(leaf) for leaf in _longest_places(places)]
        seconds, done, skipped = (sum(column) for column in zip(*(f[1:] for f in figures), strict=True))
        statuses = {self.of(leaf).status for leaf in places}
        if statuses <= COVERED:
            return Figures("done" if done * 2 >= seconds else "skipped", seconds, done, skipped)
        inside = {self.of(node).status for node in walk(nodes) if not (node.is_leaf or node.is_chapter)}
        is_begun = is_begun or "doing" in statuses | inside or "done" in statuses
        return Figures("doing" if is_begun else "todo", seconds, done, skipped)

    def resources(self) -> tuple[int, int, int]:
        """Return how many resources there are, done and skipped: each key once, at its last place."""
        last = {resource.key: resource for resource in self.outline.resources}
        statuses = [self.of(resource).status for resource in last.values()]
        return len(statuses), statuses.count("done"), statuses.count("skipped")

    def _untimed(self, node: Node) -> Figures:
        """It has the status it was last marked with; opened, it is at least doing."""
        kept = self.kept_for(node)
        said = kept.value if kept else self.value(node, "mark")
        status = said if said in COVERED else "doing" if self.is_begun(node) else "todo"
        length = node.weight
        return Figures(status, length, length * (status == "done"), length * (status == "skipped"))

    def video_of(self, node: Node) -> Node:
        """Return the video of a chapter, and anything else as it is."""
        return (self.outline.parent(node) or node) if node.is_chapter else node

    def video(self, node: Node) -> Video:
        if node.number not in self._videos:
            self._videos[node.number] = look_at(node, self.cells(node))
        return self._videos[node.number]

    def cells(self, video: Node) -> Cells:
        """Return what was said last of each second of a video, and of all behind them."""
        kept = self.kept_for(video)
        return [kept.value for _ in EVERY_SECOND] if kept else self.own_cells(video)

    def own_cells(self, video: Node) -> Cells:
        key = str(video.key)
        if key not in self._cells:
            self._cells[key] = [self.value(video, second) for second in EVERY_SECOND]
        return self._cells[key]

    def kept_for(self, leaf: Node) -> Register | None:
        """Return the mark that the nearest container kept for a leaf of which nothing was said itself."""
        if self.value(leaf, "mark") is not None or any(self.own_cells(leaf)):
            return None
        container = self.outline.parent(leaf)
        while container is not None and container.key is not None:
            kept = self.registers.get((container.key, "mark"))
            if kept is not None and kept.value is not None:
                return kept if kept.value != "doing" else None
            container = self.outline.parent(container)
        return None

    def resume(self, leaf: Node) -> int | None:
        """Return the second to go on at, None for the link as it is."""
        if not leaf.timed or self.is_finished(leaf):
            return None
        video, stopped = self.video(leaf), self.value(leaf, "position")
        second = stopped if self._goes_on_at(stopped, leaf) else video.first_left
        return second if second > leaf.start else None

    def _is_stopped_in(self, chapter: Node) -> bool:
        stopped = self.value(chapter, "position")
        ends_later = chapter.end is None or (stopped is not None and stopped < chapter.end)
        return stopped is not None and chapter.start <= stopped and ends_later

    def _goes_on_at(self, stopped: int | None, leaf: Node) -> bool:
        """Whether the second where a video was stopped lies in an unfinished chapter, or is left itself."""
        if stopped is None or stopped not in asked_of(leaf):
            return False
        begun = [chapter for chapter in leaf.chapters if chapter.start <= stopped]
        return not self.is_finished(begun[-1]) if begun else stopped not in self.video(leaf).counted

    def next_leaf(self, container: Node) -> Node | None:
        """Return the leaf to go on with: of all that is doing what was touched last, else the first left."""
        unfinished = [leaf for leaf in leaves_of([container]) if not self.is_finished(leaf)]
        started = [leaf for leaf in unfinished if self.of(leaf).status == "doing"]
        return max(started, key=self._touched) if started else next(iter(unfinished), None)

    def _touched(self, leaf: Node) -> int:
        """Return when a leaf was last opened or marked, in any part of it."""
        said = [
            register.value.when if what == "opened" else register.said
            for (key, what), register in self.registers.items()
            if key == leaf.key and what != "position" and register.value is not None
        ]
        return max(said, default=0)


def _longest_places(places: Sequence[Node]) -> list[Node]:
    """Return one place of each key, the one of the greatest length, in order."""
    longest: dict[str | None, Node] = {}
    for leaf in places:
        if leaf.key not in longest or longest[leaf.key].weight < leaf.weight:
            longest[leaf.key] = leaf
    return list(longest.values())
