"""What fits into a time: never more than that, no gap that something left would fill, in order."""

from collections.abc import Sequence
from itertools import count, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from records_strategies import DAYS

from llmpath.domain.joining import apply
from llmpath.domain.marker import Statement
from llmpath.domain.marking import mark, opening
from llmpath.domain.occasion import Occasion
from llmpath.domain.outline import Curriculum, Node, Outline
from llmpath.domain.outline_builder import Entry, SectionEntry, build
from llmpath.domain.packing import Piece, pack, pieces
from llmpath.domain.records import Position, Progress, Record, Stamp
from llmpath.domain.status import Standings
from llmpath.domain.targets import Target
from llmpath.domain.upcoming import upcoming

MINUTE = 60
DAY = 24 * 3600
FOREVER = 10**9
DONE, SKIPPED = Statement(status="done"), Statement(status="skipped")

times = st.integers(1, DAY) | st.integers(1, 1200)
lengths = st.none() | st.integers(60, 7200)
links = st.none() | st.integers(0, 3).map("https://youtu.be/aaaaaaaaaa{}".format)


@st.composite
def videos(draw: st.DrawFn, ids: st.SearchStrategy[str]) -> Entry:
    """A video with or without a length, chapters, and bounds to what is to be learned of it."""
    duration = draw(lengths)
    end = duration or 3600
    starts = sorted({*draw(st.sampled_from([(), (0,)])), *draw(st.sets(st.integers(0, end - 1), max_size=5))})
    bounds = sorted(draw(st.none() | st.sets(st.integers(0, end), min_size=2, max_size=2)) or ())
    number = draw(st.integers(0, 9))
    return Entry(
        "Video", "video", id=draw(ids), url=draw(links) or f"https://youtu.be/bbbbbbbbbb{number}",
        duration=duration, chapters=tuple((start, f"At {start}") for start in starts),
        start=bounds[0] if bounds else None, end=bounds[1] if bounds else None,
    )  # fmt: skip


@st.composite
def others(draw: st.DrawFn, ids: st.SearchStrategy[str]) -> Entry:
    """A thing without a timeline, or a course of parts."""
    parts = draw(st.lists(lengths, max_size=4))
    return Entry(
        "Other", draw(st.sampled_from(["article", "course", "task"])), id=draw(ids), duration=draw(lengths),
        parts=tuple(Entry(f"Part {number}", "link", duration=each) for number, each in enumerate(parts)),
    )  # fmt: skip


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    """A curriculum of which some things wait for earlier ones."""
    numbers = count(1)
    ids = st.builds(lambda: f"r{next(numbers)}")
    sections = draw(st.lists(st.lists(videos(ids) | others(ids), max_size=4), min_size=1, max_size=3))
    before: list[str] = []
    entries = []
    for position, resources in enumerate(sections, 1):
        waiting = []
        for entry in resources:
            after = draw(st.none() | st.sampled_from(before)) if before else None
            waiting.append(entry._replace(after=(after,) if after else ()))
            before.append(entry.id)
        entries.append(SectionEntry(f"s{position}", "Section", None, (), tuple(waiting)))
    return build(Curriculum("mine", "Mine"), entries)


@st.composite
def situations(draw: st.DrawFn) -> Standings:
    """A curriculum in which some things are done, skipped, opened, or stopped in the middle."""
    outline = draw(outlines())
    progress = Progress()
    nodes = [node for node in outline.walk() if not node.is_section]
    leaves = [node for node in nodes if node.is_leaf]
    videos = [node for node in leaves if node.timed]
    for at in range(draw(st.sampled_from([0, 2, 4, 6])) if videos else 0):
        standings, occasion = Standings(outline, progress), Occasion(1000 * (at + 1), DAYS[0], "a1")
        match draw(st.sampled_from(["done", "skipped", "open", "stop"])):
            case "open":
                delta = opening(standings, [draw(st.sampled_from(leaves))], occasion).delta
            case "stop":
                video = draw(st.sampled_from(videos))
                second = video.start + video.weight * draw(st.integers(0, 99)) // 100
                position = Position(second=second, stamp=Stamp(occasion.now, "a1"))
                delta = Progress(items={str(video.key): Record(position=position)})
            case "done":
                delta = mark(standings, [Target(draw(st.sampled_from(nodes)))], DONE, occasion).delta
            case _:
                delta = mark(standings, [Target(draw(st.sampled_from(nodes)))], SKIPPED, occasion).delta
        progress = apply(progress, delta)
    return Standings(outline, progress)


def left_of(standings: Standings) -> list[Node]:
    """Return every unfinished chapter of an unfinished leaf, and every such leaf without chapters."""
    found = []
    for following in upcoming(standings):
        leaf = following.node
        end = FOREVER if leaf.seconds is None else leaf.start + leaf.seconds
        inside = [
            chapter
            for at, chapter in enumerate(leaf.chapters)
            if chapter.start < end
            and (at == len(leaf.chapters) - 1 or leaf.chapters[at + 1].start > leaf.start)
        ]
        found += [chapter for chapter in inside if not standings.of(chapter).finished]
        found += [] if inside or standings.of(leaf).finished else [leaf]
    return found


@settings(max_examples=500)
@given(situations(), times, st.sampled_from([1.0, 1.5, 2.0, 0.75]))
def test_a_packed_time_is_never_exceeded_and_has_no_gap_that_something_left_would_fill(
    standings: Standings, time: int, speed: float
) -> None:
    packed = pack(pieces(standings), time, speed)
    used = sum(piece.seconds for piece in packed.pieces)
    assert used <= time * speed
    assert packed.left_over == int((time * speed - used) / speed)
    taken = {piece.node.number for piece in packed.pieces}
    assert len(taken) == len(packed.pieces)
    for node in left_of(standings):
        if node.number not in taken:
            assert (standings.of(node).left or MINUTE) > time * speed - used


@settings(max_examples=200)
@given(situations(), times)
def test_pieces_come_in_the_order_in_which_to_learn_and_a_video_from_where_it_was_stopped(
    standings: Standings, time: int
) -> None:
    packed = pack(pieces(standings), time).pieces
    order = [following.node.key for following in upcoming(standings)]
    places = [order.index(piece.node.key) for piece in packed]
    assert places == sorted(places)
    for place in set(places):
        of_one = [piece for piece in packed if order.index(piece.node.key) == place]
        assert ascends_from(standings.resume(of_one[0].of.node) or 0, of_one)


def ascends_from(second: int, packed: Sequence[Piece]) -> bool:
    """Whether pieces of a video go on from a second to its end, and then from its beginning to there."""
    chapters = packed[0].of.node.chapters
    ends = {one.number: other.start for one, other in pairwise(chapters)}
    if chapters:
        ends |= {chapters[-1].number: FOREVER, packed[0].of.node.number: chapters[0].start}
    ahead = [piece for piece in packed if ends.get(piece.node.number, FOREVER) > second]
    behind = [piece for piece in packed if piece not in ahead]
    starts = [piece.node.start for piece in (*ahead, *behind)]
    return [*ahead, *behind] == list(packed) and starts[: len(ahead)] == sorted(starts[: len(ahead)])


@settings(max_examples=200)
@given(situations())
def test_nothing_fits_into_no_time_and_everything_into_infinity(standings: Standings) -> None:
    assert pack(pieces(standings), 0).pieces == ()
    everything = pack(pieces(standings), FOREVER).pieces
    assert {node.number for node in left_of(standings)} <= {piece.node.number for piece in everything}
    for following in upcoming(standings):
        leaf = following.node
        if leaf.seconds is not None and not standings.of(leaf).finished:
            of_leaf = [piece for piece in everything if piece.node.key == leaf.key]
            assert sum(piece.seconds for piece in of_leaf) == standings.of(leaf).left
            assert not any(piece.estimated for piece in of_leaf)
