"""A curriculum and the progress in it, together, and the nodes of it as they are shown."""

from collections.abc import Iterable, Sequence
from typing import Any

from llmpath.actions.session import Session
from llmpath.domain.keys import at_moment
from llmpath.domain.outline import Node, Outline, leaves
from llmpath.domain.ranges import check_placed
from llmpath.domain.records import Progress
from llmpath.domain.refs import Refs, group, node_of
from llmpath.domain.status import Standing, Standings
from llmpath.domain.targets import Target
from llmpath.domain.upcoming import next_in, upcoming
from llmpath.views.node import CurriculumView, NodeView, PlaceView, TotalsView


class LearningPath:
    """The outline in use under one version of the progress.

    `device` decides what `last` means, `speed` how long a second of material takes.
    """

    def __init__(self, outline: Outline, progress: Progress, device: str, speed: float) -> None:
        self.speed = speed
        self.outline = outline
        self.progress = progress
        self.standings = Standings(outline, progress)
        self.device = device
        self._refs = Refs(outline, progress, self._opened_last, self._next)

    def under(self, progress: Progress, device: str) -> "LearningPath":
        """Return the same path under another version of the progress."""
        return LearningPath(self.outline, progress, device, self.speed)

    def time_for(self, seconds: int) -> int:
        """Return how long seconds of material take at the learner's speed."""
        return round(seconds / self.speed)

    def resolve(self, words: Iterable[str]) -> list[Target]:
        """Return what the words of a command line name; all of them, or the first error is raised."""
        return [target for ref in group(words) for target in self._refs.spread(ref)]

    def placed(self, words: Iterable[str]) -> list[Node]:
        """Return the nodes that the words name; raises `BadRefError` for one that stands nowhere here."""
        nodes = [target.node for target in self.resolve(words)]
        for node in nodes:
            check_placed(node)
        return nodes

    def node_of(self, key: str) -> Node:
        """Return the node by which a key is called, also where the curriculum no longer has it."""
        return node_of(key, self.outline, self.progress)

    def node(self, node: Node) -> NodeView:
        """Return a node as it is shown, with all its parts."""
        return self.with_parts(node, tuple(map(self.node, node.parts)))

    def with_parts(self, node: Node, parts: tuple[NodeView, ...]) -> NodeView:
        """Return a node as it is shown, with those of its parts that are to be shown."""
        standing = self.standings.of(node)
        measured = node.is_leaf or node.is_chapter
        return NodeView(
            number=node.number or None,
            id=node.id or None,
            key=node.key,
            title=node.title,
            kind=node.kind,
            url=node.url,
            author=node.author,
            start=node.start,
            end=node.end,
            seconds=node.seconds if measured else standing.seconds,
            seconds_done=standing.done,
            estimated=standing.estimated and (not measured or standing.done > 0),
            status=standing.status,
            fraction=_fraction(standing),
            resume_url=self.resume_url(node),
            after=node.after,
            also=self.outline.also(node),
            parts=parts,
        )

    def resume_url(self, node: Node) -> str | None:
        """Return the link that goes on where the learner stopped; a part without one has its container's."""
        if node.is_section or not node.is_leaf:
            following = next_in(node, self.standings) if not node.is_chapter else None
            return self.resume_url(following) if following else node.url
        if node.url is None:
            container = self.outline.parent(node)
            return container.url if container else None
        second = self.standings.resume(node)
        if second is None:
            second = node.start or None
        return node.url if second is None else at_moment(node.url, second)

    def totals(self) -> TotalsView:
        """Return how far the whole curriculum is."""
        standing = self.standings.total(self.outline.sections)
        return TotalsView(**resource_counts(self, self.outline.resources), **self._sums(standing))

    def curriculum(self) -> CurriculumView:
        """Return which curriculum it is."""
        facts = self.outline.curriculum
        return CurriculumView(id=facts.id, title=facts.title, version=facts.version)

    def _sums(self, standing: Standing) -> dict[str, Any]:
        return {
            "seconds": standing.seconds,
            "seconds_done": standing.done,
            "seconds_left": self.time_for(standing.left),
            "speed": self.speed,
            "fraction": _fraction(standing),
            "estimated": standing.estimated,
        }

    def _opened_last(self) -> str | None:
        """Return the key opened last on this device, else on any."""
        opened = [
            (record.opened.stamp.by == self.device, record.opened.when, key)
            for key, record in self.progress.items.items()
            if record.opened is not None and record.opened.when is not None
        ]
        return max(opened)[2] if opened else None

    def _next(self, kind: str | None) -> Node | None:
        following = next(upcoming(self.standings, kind), None)
        return following.node if following else None


def open_path(session: Session, outline: Outline | None = None) -> LearningPath:
    """Return the curriculum in use with the progress on disk."""
    outline = outline or session.library.outline()
    progress, device = session.progress.read()
    return LearningPath(outline, progress, device, session.settings.speed)


def resource_counts(path: LearningPath, resources: Sequence[Node]) -> dict[str, Any]:
    """Return how many resources there are, and how many are done and skipped, each key once."""
    by_key = {resource.key: resource for resource in resources}
    statuses = [path.standings.of(resource).status for resource in by_key.values()]
    return {
        "resources": len(statuses),
        "done": statuses.count("done"),
        "skipped": statuses.count("skipped"),
    }


def _fraction(standing: Standing) -> float:
    """Return the part that is done, rounded; only of what is finished it is all."""
    rounded = round(standing.fraction, 4)
    return rounded if standing.finished else min(rounded, 0.9999)


def place(node: Node) -> PlaceView:
    """Return what a node is called."""
    return PlaceView(number=node.number or None, id=node.id or None, title=node.title)


def count_leaves(node: Node) -> int:
    """Return how many things there are to learn in a node."""
    return len(leaves([node])) if not node.is_chapter else 1
