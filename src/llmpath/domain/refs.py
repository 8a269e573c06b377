"""Refs: what a person types to name a section, resource, part or chapter (docs/refs-and-marks.md)."""

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches

from llmpath.domain.durations import parse_moment
from llmpath.domain.keys import YOUTUBE, YOUTUBE_PLAYLIST, parse_link, url_of
from llmpath.domain.moments import check_moment
from llmpath.domain.outline import KINDS, Node, Outline
from llmpath.domain.ranges import neighbours, up_to
from llmpath.domain.records import Progress
from llmpath.domain.targets import Target
from llmpath.domain.upcoming import why_nothing
from llmpath.errors import AmbiguousRefError, BadRefError, NothingLeftError, UnknownRefError, quoted

_NUMBER = r"\d+(?:\.\d+)*"
_BARE_LINK = r"(?ai)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/.*"
_NEARLY = 0.8
NOTHING_NAMED = "\0"
"""Stands for the refs of standard input where none came: what is meant is never the default then, and no
one can type it."""


class Refs:
    """Finds what refs name.

    `last` returns the key of what was opened last, `upcoming` what is next of a kind; both are asked
    only if a ref needs them.
    """

    def __init__(
        self,
        outline: Outline,
        progress: Progress,
        last: Callable[[], str | None],
        upcoming: Callable[[str | None], Node | None],
    ) -> None:
        self._outline = outline
        self._progress = progress
        self._last = last
        self._upcoming = upcoming

    def spread(self, ref: str) -> list[Target]:
        """Return all that `ref` names, in curriculum order: of a range everything in it.

        Raises what `resolve` raises, and `BadRefError` for a range that is none.
        """
        first, dots, last = ref.strip().partition("..")
        if not dots or _is_link(ref.strip()):
            return [self.resolve(ref)]
        if not last:
            whole = f"{first}..{self._last_in(first)}" if first else "..5.2"
            raise BadRefError(f'"{quoted(ref)}" has no end', f"write {whole}")
        if not first:
            return [Target(node) for node in up_to(self._end(last), self._outline)]
        begin = self._first_in(first)
        sibling = f"{begin.number.rpartition('.')[0]}.{last}".lstrip(".")
        end = self._end(sibling if last.isdigit() else last)
        return [Target(node) for node in neighbours(begin, end, self._outline)]

    def resolve(self, ref: str) -> Target:
        """Return the one thing that `ref` names.

        Raises `BadRefError`, `UnknownRefError` or `AmbiguousRefError`, each naming the ref.
        """
        text = ref.strip()
        if not text:
            raise BadRefError("an empty ref names nothing", 'try "next", a number such as 4.1, or an id')
        if text == NOTHING_NAMED:
            raise NothingLeftError("no refs came from standard input: nothing to do")
        if _is_link(text):
            return self._by_link(text if "://" in text else f"https://{text}")
        if "@" in text:
            return self._at_moment(text)
        if text == "last":
            return Target(self._opened_last())
        if text.split()[0] == "next":
            return Target(self._next(text.split()[1:]))
        return Target(self._by_number(text) if re.fullmatch(_NUMBER, text, re.ASCII) else self._by_id(text))

    def _first_in(self, text: str) -> Node:
        """Return where a range begins: `micrograd/` is the first part of it."""
        if not text.endswith("/"):
            return self._end(text)
        container = self._end(text.removesuffix("/"))
        if not container.parts:
            raise BadRefError(f"{container.name} has nothing in it", "name it without a range")
        return container.parts[0]

    def _last_in(self, first: str) -> str:
        begin = self._first_in(first)
        parent = self._outline.parent(begin)
        return (parent.parts if parent else self._outline.sections)[-1].number.rpartition(".")[2]

    def _end(self, text: str) -> Node:
        if ".." in text or "@" in text:
            raise BadRefError(f'"{quoted(text)}" is not the end of a range', "write 4.1.3..7 or ..5.2")
        return self.resolve(text).node

    def _at_moment(self, text: str) -> Target:
        name, _, at = text.rpartition("@")
        second = parse_moment(at)
        if second is None:
            raise BadRefError(f'"{quoted(at)}" is not a moment', "write 12:30, 1:08:20, 90s or 1h8m20s")
        node = self.resolve(name).node if name else self._opened_last()
        check_moment(node, second, self._outline)
        return Target(node, second, is_typed=True)

    def _by_link(self, text: str) -> Target:
        link = parse_link(text)
        node = self._by_key(link.key)
        if node is None:
            raise UnknownRefError(
                f"nothing here has the link {quoted(text)}", "to see what is here: llmpath list"
            )
        return Target(node, link.moment)

    def _by_key(self, key: str) -> Node | None:
        if key in self._outline.by_key or key in self._progress.items:
            return node_of(key, self._outline, self._progress)
        return None

    def _opened_last(self) -> Node:
        key = self._last()
        node = self._by_key(key) if key else None
        if node is None:
            hint = "name what you mean, or begin with: llmpath open next"
            raise UnknownRefError("nothing was opened yet", hint)
        return node

    def _next(self, kinds: list[str]) -> Node:
        kind = kinds[0] if kinds else None
        if len(kinds) > 1 or (kind is not None and kind not in KINDS):
            raise UnknownRefError(
                f'"{quoted(" ".join(kinds))}" is not a kind', f"kinds are {', '.join(KINDS)}"
            )
        node = self._upcoming(kind)
        if node is None:
            raise NothingLeftError(why_nothing(self._outline, kind))
        return node

    def _by_number(self, text: str) -> Node:
        node = self._outline.by_number.get(text)
        if node is None:
            raise UnknownRefError(f"nothing is numbered {quoted(text)}", self._neighbourhood(text))
        return node

    def _neighbourhood(self, number: str) -> str:
        """Return what numbers there are at the deepest level of `number` that exists."""
        parent = number.rpartition(".")[0]
        while parent and parent not in self._outline.by_number:
            parent = parent.rpartition(".")[0]
        parts = self._outline.by_number[parent].parts if parent else self._outline.sections
        if not parts:
            return f"{parent or 'the curriculum'} has nothing in it"
        there = parts[0].number if len(parts) == 1 else f"{parts[0].number} to {parts[-1].number}"
        return f"try {there}"

    def _by_id(self, text: str) -> Node:
        wanted = text.lower()
        by_id = self._outline.by_id
        if wanted in by_id:
            return by_id[wanted]
        if text in self._outline.by_key or text in self._progress.items:
            return node_of(text, self._outline, self._progress)
        prefix, slash, inside = wanted.partition("/")
        if not prefix:
            raise UnknownRefError(f'nothing is called "{quoted(text)}"', self._closest(wanted))
        for nodes in (self._outline.resources, self._outline.sections):
            found = [node for node in nodes if node.id.startswith(prefix)]
            if len(found) > 1 and prefix not in by_id:
                raise AmbiguousRefError(
                    f'"{quoted(text)}" could be {_named(found[:8])}', "type more of it, or its number"
                )
            if len(found) == 1 and found[0].id + slash + inside in by_id:
                return by_id[found[0].id + slash + inside]
        if slash and prefix in by_id:
            hint = self._neighbourhood(f"{by_id[prefix].number}.0")
            raise UnknownRefError(f'nothing is called "{quoted(text)}"', hint)
        raise UnknownRefError(f'nothing is called "{quoted(text)}"', self._closest(wanted))

    def _closest(self, wanted: str) -> str:
        """Return a hint with the three sections and resources that are nearest to what was typed."""
        nodes = [*self._outline.resources, *self._outline.sections]
        words: dict[str, list[Node]] = {}
        for node in nodes:
            for word in {node.id, *node.id.split("-"), *node.title.lower().split(), node.title.lower()}:
                words.setdefault(word, []).append(node)
        near = [
            node
            for asked in dict.fromkeys([wanted, *re.split(r"[\s/-]+", wanted)])
            for word in get_close_matches(asked, words, n=5)
            for node in words[word]
        ]
        found = list(dict.fromkeys(near))[:3]
        if found:
            return f"Closest: {_named(found)}"
        if dashed := re.fullmatch(rf"({_NUMBER})-({_NUMBER})", wanted, re.ASCII):
            return f"a range is written {dashed[1]}..{dashed[2]}"
        kinds = get_close_matches(wanted, KINDS, n=1, cutoff=_NEARLY)
        return f"a kind follows next: next {kinds[0]}" if kinds else "to see what is here: llmpath list"


def group(words: Iterable[str]) -> list[str]:
    """Return the refs in the words of a command line: `next` takes a kind that follows it along."""
    refs: list[str] = []
    for word in words:
        if refs and refs[-1] == "next" and word in KINDS:
            refs[-1] = f"next {word}"
        else:
            refs.append(word)
    return refs


def node_of(key: str, outline: Outline, progress: Progress) -> Node:
    """Return the node by which a key is called; one without number where the curriculum has it no more."""
    places = outline.by_key.get(key)
    if places:
        return places[0]
    record = progress.items.get(key)
    kind = {YOUTUBE: "video", YOUTUBE_PLAYLIST: "playlist"}.get(key.partition(":")[0] + ":", "link")
    title = record.title if record and record.title else key
    return Node("", "", key, kind, title, url=url_of(key), timed=kind == "video")


def _is_link(text: str) -> bool:
    return "://" in text or (re.fullmatch(_BARE_LINK, text) is not None and "@" not in text)


def _named(nodes: Iterable[Node]) -> str:
    return ", ".join(f"{node.id} ({node.number})" for node in nodes)
