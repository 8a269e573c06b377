"""Random small curricula: tasks, lists, videos with and without chapters, length and bounds, also twice."""

from typing import NamedTuple

from hypothesis import strategies as st

from llmpath.domain.outline import Curriculum, Node, Outline, walk
from llmpath.domain.outline_builder import Entry, SectionEntry, build

LONGEST = 120
"""No video is longer, in seconds: so a list of its seconds stays short."""
PLAYLIST = "https://www.youtube.com/playlist?list=PL"
TENS = st.sampled_from(range(10, LONGEST + 1, 10))
FIRST = "r0-0"
"""The first resource; if it is a list, others may have it as a part."""


class Video(NamedTuple):
    """What a video is, whatever its places say of it."""

    url: str
    duration: int | None
    chapters: tuple[tuple[int, str], ...]


class Releases(NamedTuple):
    """A curriculum, and an older release of it: its lists had no parts yet, nor maybe things a length."""

    now: Outline
    older: Outline

    def __repr__(self) -> str:
        return "".join(f"\n  {_line(node)}" for node in walk(self.now.sections))


@st.composite
def releases(draw: st.DrawFn) -> Releases:
    pool = [draw(_videos(number)) for number in range(draw(st.integers(1, 3)))]
    sections = [
        [draw(_resources(pool, f"r{at}-{position}")) for position in range(draw(st.integers(1, 2)))]
        for at in range(draw(st.sampled_from([1, 1, 2])))
    ]
    older = [[entry._replace(parts=()) for entry in section] for section in sections]
    if draw(st.booleans()):
        older = [[entry._replace(duration=None) for entry in section] for section in older]
    return Releases(_built(sections), _built(older))


@st.composite
def _videos(draw: st.DrawFn, number: int) -> Video:
    duration = draw(st.none() | TENS | st.integers(10, LONGEST))
    longest = duration or LONGEST
    starts = st.sampled_from(range(0, longest, 10)) | st.integers(0, longest - 1)
    chapters = draw(st.sets(starts, min_size=draw(st.sampled_from([0, 2, 2])), max_size=4))
    named = tuple((start, f"at {start}") for start in sorted(chapters))
    return Video(f"https://youtu.be/{str(number) * 11}", duration, named)


@st.composite
def _resources(draw: st.DrawFn, pool: list[Video], name: str) -> Entry:
    if draw(st.booleans()):
        return draw(_things(pool, name))
    parts = tuple(draw(_things(pool, f"{name}-{at}")) for at in range(draw(st.integers(1, 2))))
    return Entry(f"List {name}", "playlist", id=name, url=f"{PLAYLIST}{name}", parts=parts)


@st.composite
def _things(draw: st.DrawFn, pool: list[Video], name: str) -> Entry:
    kinds = [*["video"] * 8, "task", "course", *(["playlist"] if name[:4] != FIRST else [])]
    kind = draw(st.sampled_from(kinds))
    if kind == "video":
        return draw(_places(draw(st.sampled_from(pool)), name))
    url = f"{PLAYLIST}{FIRST}" if kind == "playlist" else None
    return Entry(f"Thing {name}", kind, id=name, url=url, duration=draw(st.none() | st.integers(1, LONGEST)))


@st.composite
def _places(draw: st.DrawFn, video: Video, name: str) -> Entry:
    """Draw a place of a video: it may leave out what is known elsewhere, and ask for a piece of it only."""
    longest = video.duration or LONGEST
    start = draw(st.none() | st.integers(0, longest - 2))
    return Entry(
        f"Video {name}",
        "video",
        id=name,
        url=video.url,
        duration=draw(st.sampled_from([video.duration, None])),
        start=start,
        end=draw(st.none() | st.integers((start or 0) + 1, longest)),
        chapters=draw(st.sampled_from([video.chapters, video.chapters[1:], ()])),
    )


def _built(sections: list[list[Entry]]) -> Outline:
    entries = (
        SectionEntry(f"s{number}", f"Section {number}", None, (), tuple(resources))
        for number, resources in enumerate(sections, 1)
    )
    return build(Curriculum("mine", "Mine"), entries)


def _line(node: Node) -> str:
    end = "" if node.end is None else node.end
    known = "" if node.seconds is None else f" {node.seconds} s"
    return f"{node.number} {node.kind} {node.key or ''} {node.start}-{end}{known}"
