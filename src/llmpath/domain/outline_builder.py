"""Building the outline from what a curriculum file says.

What one place says of a key fills what another place leaves out; what is to be learned of it (`start`,
`end`), the note and `after` belong to the place (docs/curriculum-format.md, Keys).
"""

import statistics
from collections.abc import Iterable
from typing import NamedTuple

from llmpath.domain.keys import YOUTUBE, parse_link, slug, url_of
from llmpath.domain.outline import Companion, Curriculum, Node, Outline, leaves
from llmpath.errors import CurriculumFaultsError

LONG_KINDS = frozenset({"course", "book"})
LONG_SECONDS = 5 * 3600
"""What a course or book without a length is taken to need (docs/curriculum-format.md, Fields)."""
GUESSED_SECONDS = 30 * 60
"""What anything else is taken to need where no length is known at all (likewise)."""
NODE_LIMIT = 1_000_000
DEPTH_LIMIT = 3
"""Resource, part, part of a part: the deepest that shared knowledge of a key unfolds."""


class Entry(NamedTuple):
    """What a curriculum file says of one resource or part. Lengths and positions are seconds."""

    title: str
    kind: str
    id: str = ""
    url: str | None = None
    author: str | None = None
    duration: int | None = None
    start: int | None = None
    end: int | None = None
    note: str | None = None
    after: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    links: tuple[Companion, ...] = ()
    chapters: tuple[tuple[int, str], ...] = ()
    parts: "tuple[Entry, ...]" = ()


class SectionEntry(NamedTuple):
    """What a curriculum file says of one section."""

    id: str
    title: str
    note: str | None
    after: tuple[str, ...]
    resources: tuple[Entry, ...]


def build(curriculum: Curriculum, sections: Iterable[SectionEntry]) -> Outline:
    """Return the outline of a curriculum.

    Raises `CurriculumFaultsError` if shared knowledge of keys unfolds it beyond `NODE_LIMIT`.
    """
    listed = tuple(sections)
    builder = _Builder(curriculum.id, listed)
    nodes = tuple(builder.section(str(number), entry) for number, entry in enumerate(listed, 1))
    return Outline(curriculum, _weighed(nodes))


class _Knowledge(NamedTuple):
    """What all places of one key say of it together."""

    author: str | None
    duration: int | None
    chapters: tuple[tuple[int, str], ...]
    parts: tuple[Entry, ...]
    timed: bool
    aliases: tuple[str, ...]


class _Builder:
    """Turns entries into nodes, filling each from what other places say of the same key."""

    def __init__(self, curriculum_id: str, sections: tuple[SectionEntry, ...]) -> None:
        self._curriculum_id = curriculum_id
        self._known: dict[str, _Knowledge] = {}
        self._room = NODE_LIMIT
        for section in sections:
            for entry in section.resources:
                self._learn(entry, None, ())
        self._known = {key: self._without_others(known) for key, known in self._known.items()}

    def section(self, number: str, entry: SectionEntry) -> Node:
        parts = tuple(
            self._node(resource, f"{number}.{position}", resource.id, None, ())
            for position, resource in enumerate(entry.resources, 1)
        )
        return Node(
            number, entry.id, None, "section", entry.title, note=entry.note, after=entry.after, parts=parts
        )

    def _key(self, entry: Entry, parent_key: str | None) -> str:
        return parse_link(entry.url).key if entry.url else self._linkless_key(entry, parent_key)

    def _linkless_key(self, entry: Entry, parent_key: str | None) -> str:
        if parent_key is None:
            return f"{self._curriculum_id}#{entry.id}"
        return f"{parent_key}/{slug(entry.title)}"

    def _learn(self, entry: Entry, parent_key: str | None, parent_aliases: tuple[str, ...]) -> None:
        key = self._key(entry, parent_key)
        parents = (parent_key, *parent_aliases)
        linkless = {self._linkless_key(entry, parent): None for parent in parents}
        former = {**linkless, **{self._former_key(was): None for was in entry.was}}
        known = self._known.get(key, _Knowledge(None, None, (), (), key.startswith(YOUTUBE), ()))
        aliases = tuple({**dict.fromkeys(known.aliases), **former}.keys() - {key})
        self._known[key] = _Knowledge(
            known.author or entry.author,
            known.duration or entry.duration,
            known.chapters or entry.chapters,
            known.parts or entry.parts,
            known.timed or entry.kind == "video",
            tuple(sorted(aliases)),
        )
        for part in entry.parts:
            self._learn(part, key, aliases)

    def _without_others(self, known: _Knowledge) -> _Knowledge:
        """Return knowledge without former keys that are the key of something else here."""
        return known._replace(aliases=tuple(alias for alias in known.aliases if alias not in self._known))

    def _former_key(self, was: str) -> str:
        """Return the key of a `was`: a link, a former id of the curriculum, or a key as it is."""
        if was.lower().startswith(("https://", "http://")):
            return parse_link(was).key
        return was if set(was) & set(":/.#") else f"{self._curriculum_id}#{was}"

    def _node(
        self, entry: Entry, number: str, node_id: str, parent_key: str | None, ancestors: tuple[str, ...]
    ) -> Node:
        self._take_room(1)
        key = self._key(entry, parent_key)
        known = self._known[key]
        duration = entry.duration or known.duration
        start, seconds = _bounds(entry, duration)
        declared = entry.parts
        if not declared and key not in ancestors and len(ancestors) < DEPTH_LIMIT - 1:
            declared = known.parts
        if declared:
            parts = tuple(
                self._node(part, f"{number}.{position}", f"{node_id}/{position}", key, (*ancestors, key))
                for position, part in enumerate(declared, 1)
            )
        else:
            parts = self._chapters(entry, key, number, node_id, duration)
        return Node(
            number, node_id, key, entry.kind, entry.title,
            url=entry.url, author=entry.author or known.author, note=entry.note,
            start=start, end=entry.end, seconds=None if declared else seconds,
            timed=known.timed and not declared, after=entry.after, aliases=known.aliases,
            links=entry.links, parts=parts,
        )  # fmt: skip

    def _chapters(
        self, entry: Entry, key: str, number: str, node_id: str, duration: int | None
    ) -> tuple[Node, ...]:
        said = entry.chapters or self._known[key].chapters
        self._take_room(len(said))
        url = url_of(key) or entry.url
        nodes = []
        for position, (start, title) in enumerate(said, 1):
            end = said[position][0] if position < len(said) else duration or entry.end
            end = end if end is not None and end > start else None
            link = f"{url}&t={start}s" if url and key.startswith(YOUTUBE) else url
            nodes.append(
                Node(
                    f"{number}.{position}",
                    f"{node_id}/{position}",
                    key,
                    "chapter",
                    title,
                    url=link,
                    start=start,
                    end=end,
                    seconds=None if end is None else end - start,
                )
            )
        return tuple(nodes)

    def _take_room(self, count: int) -> None:
        self._room -= count
        if self._room < 0:
            raise CurriculumFaultsError(
                f"the curriculum unfolds to more than {NODE_LIMIT:,} parts and chapters",
                "list a long playlist in one place only",
            )


def _bounds(entry: Entry, duration: int | None) -> tuple[int, int | None]:
    """Return where learning starts, and how long it takes from there, or None."""
    start = entry.start
    if start is None:
        start = (parse_link(entry.url).moment if entry.url else None) or 0
    end = duration if entry.end is None else entry.end
    if end is not None and end <= start:
        return (0, end) if entry.start is None else (start, None)
    return start, None if end is None else end - start


def _weighed(sections: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return the sections with the weight of every leaf set: its length, else an estimate."""
    everywhere = _median(leaves(sections)) or GUESSED_SECONDS
    return tuple(_weigh_parts(section, _median(leaves([section])) or everywhere) for section in sections)


def _weigh_parts(container: Node, default: int) -> Node:
    own = _median(part for part in container.parts if part.is_leaf) or default
    return container._replace(
        parts=tuple(
            part._replace(weight=part.seconds or _estimate(part, own))
            if part.is_leaf
            else _weigh_parts(part, default)
            for part in container.parts
        )
    )


def _estimate(leaf: Node, usual: int) -> int:
    """Return what a leaf without a length is taken to need: no less than to where its last chapter begins."""
    usual = LONG_SECONDS if leaf.kind in LONG_KINDS else usual
    return max(usual, leaf.chapters[-1].start - leaf.start) if leaf.chapters else usual


def _median(nodes: Iterable[Node]) -> int | None:
    known = [node.seconds for node in nodes if node.seconds]
    return int(statistics.median(known)) if known else None
