"""The outline: a curriculum as a numbered tree, with keys, spans and derived ends.

Built from the `Entry` values that a curriculum file says, and knowing nothing of progress. It is plain
values all through, so that it can be kept compiled.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal, NamedTuple, get_args

Kind = Literal["video", "playlist", "course", "article", "book", "paper", "repo", "tool", "task", "link"]
KINDS: tuple[str, ...] = get_args(Kind)
ID = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
"""What an id is, as a regular expression over ASCII."""
RESERVED_IDS = frozenset({"next", "last", "all", *KINDS})
BUNDLED_ID = "llm-learning-pointers"
"""The id of the curriculum that comes with llmpath."""


class Companion(NamedTuple):
    """What goes with a resource: slides, notes, code."""

    title: str
    url: str


class Curriculum(NamedTuple):
    """What a curriculum file says of itself."""

    id: str
    title: str
    version: str | None = None
    source: str | None = None


class Node(NamedTuple):
    """A section, resource, part or chapter at its place in the outline.

    `start` and `end` are seconds of the video: what is to be learned of it, or a chapter's span;
    `end` is None where the curriculum does not say it. `seconds` is the bounded length as the
    curriculum says it, or None; `weight` stands for it in sums, an estimate where it is unknown, and
    is 0 on sections, containers and chapters. `timed` things have a timeline. `aliases` are former
    keys. `parts` are a video's chapters or a container's parts.
    """

    number: str
    id: str
    key: str | None
    kind: str
    title: str
    url: str | None = None
    author: str | None = None
    note: str | None = None
    start: int = 0
    end: int | None = None
    seconds: int | None = None
    weight: int = 0
    timed: bool = False
    after: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    links: tuple[Companion, ...] = ()
    parts: "tuple[Node, ...]" = ()

    @property
    def name(self) -> str:
        """What messages call it: number and id, or the title where the curriculum no longer has it."""
        return f"{self.number} {self.id}" if self.number else self.title

    @property
    def ref(self) -> str:
        """What a command takes to name it, also where the curriculum no longer has it."""
        return self.id or str(self.key)

    @property
    def is_section(self) -> bool:
        """Whether it is a heading with resources under it."""
        return self.kind == "section"

    @property
    def is_chapter(self) -> bool:
        """Whether it is a span of a video's timeline."""
        return self.kind == "chapter"

    @property
    def is_inside(self) -> bool:
        """Whether it is in a resource, as its part or chapter."""
        return self.number.count(".") > 1

    @property
    def is_leaf(self) -> bool:
        """Whether it can be marked itself: a resource or part that has no parts."""
        return not (self.is_section or self.is_chapter or (self.parts and not self.parts[0].is_chapter))

    @property
    def chapters(self) -> "tuple[Node, ...]":
        """The chapters of a leaf, none of anything else."""
        return self.parts if self.is_leaf else ()

    def chapter_at(self, second: int) -> "Node | None":
        """Return the chapter that a second lies in, None where it lies in none."""
        return next((chapter for chapter in self.chapters[::-1] if chapter.start <= second), None)


class Outline:
    """A curriculum's sections, and every way to find a node in them.

    `shared` are the keys that stand in several places, where that is known already.
    """

    def __init__(
        self, curriculum: Curriculum, sections: tuple[Node, ...], shared: frozenset[str] | None = None
    ) -> None:
        self.curriculum = curriculum
        self.sections = sections
        self._shared = shared

    @cached_property
    def shared(self) -> frozenset[str]:
        """The keys, former ones among them, that stand in several places."""
        if self._shared is not None:
            return self._shared
        return frozenset(key for key, places in self.by_key.items() if places[1:])

    def walk(self) -> Iterator[Node]:
        """Yield every node, parents before their parts, in curriculum order."""
        return walk(self.sections)

    @cached_property
    def by_number(self) -> dict[str, Node]:
        """Every node by its number: `4`, `4.1`, `4.1.3`."""
        return {node.number: node for node in self.walk()}

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """Every node by its id: `maths`, `micrograd`, `zero-to-hero/1/5`."""
        return {node.id: node for node in self.walk()}

    @cached_property
    def by_key(self) -> dict[str, tuple[Node, ...]]:
        """The places of each key and former key; the one to call it by stands first.

        That is the first place where it is a resource of its own, else the first (docs/refs-and-marks.md).
        """
        places: dict[str, list[Node]] = {}
        for node in self.walk():
            if node.key is not None and not node.is_chapter:
                for key in (node.key, *node.aliases):
                    places.setdefault(key, []).append(node)
        return {
            key: tuple(sorted(nodes, key=_is_inside) if nodes[1:] else nodes) for key, nodes in places.items()
        }

    @cached_property
    def resources(self) -> tuple[Node, ...]:
        """All resources, in curriculum order."""
        return tuple(resource for section in self.sections for resource in section.parts)

    def parent(self, node: Node) -> Node | None:
        """Return what a node stands in, None for a section or for what is not in this outline."""
        found: Node | None = None
        parts = self.sections
        for position in node.number.split(".")[:-1]:
            found = parts[int(position) - 1]
            parts = found.parts
        return found

    def thing_of(self, node: Node) -> Node:
        """Return the video of a chapter, and anything else as it is."""
        return self.parent(node) or node if node.is_chapter else node

    def called(self, node: Node) -> Node:
        """Return the place by which the thing at `node` is called."""
        if node.key not in self.shared or node.is_chapter:
            return node
        return self.by_key[node.key][0]

    def places(self, node: Node) -> tuple[Node, ...]:
        """Return every place where the thing or chapter at `node` stands, the one to call it by first."""
        if node.key not in self.shared:
            return (node,)
        places = self.by_key[node.key]
        if not node.is_chapter:
            return places
        return tuple(chapter for place in places for chapter in place.chapters if chapter.start == node.start)

    def also(self, node: Node) -> tuple[str, ...]:
        """Return the numbers of the other places where the same thing stands."""
        return tuple(place.number for place in self.places(node) if place.number != node.number)


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield nodes and everything in them, parents before their parts."""
    for node in nodes:
        yield node
        yield from walk(node.parts)


def leaves(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Return the leaves in `nodes`, each key once, in order."""
    return once_each(leaf_places(nodes))


def leaf_places(nodes: Iterable[Node]) -> list[Node]:
    """Return every place of a leaf in `nodes`, in order."""
    return [node for node in walk(nodes) if node.is_leaf]


def once_each(places: Iterable[Node]) -> tuple[Node, ...]:
    """Return each key once, in order.

    Where a key stands in several places, that of the greatest length stands for it, so that what
    one place leaves out of a video by `start` or `end` is not lost from the sum.
    """
    found: dict[str | None, Node] = {}
    for place in places:
        known = found.get(place.key)
        if known is None or known.weight < place.weight:
            found[place.key] = place
    return tuple(found.values())


def in_order(number: str) -> list[int]:
    """Return what sorts numbers as the curriculum has them: `1.2` before `1.10`."""
    return [int(part) for part in number.split(".") if part]


def _is_inside(node: Node) -> bool:
    return node.is_inside
