"""Pieces of what is left, and what of them fits into a time."""

from datetime import date
from typing import Any

from llmpath.domain.outline import Outline
from llmpath.domain.outline_builder import Entry
from llmpath.domain.packing import Packed, pack, pieces
from llmpath.domain.records import EMPTY, Mark, Opened, Position, Progress, Record, Seen, Stamp
from llmpath.domain.status import Standings
from llmpath.domain.timeline import Spans
from unit.outlines import OTHER_VIDEO, PLAYLIST, VIDEO, VIDEO_KEY, outline

STAMP = Stamp(5, "d1")
ON = date(2026, 11, 24)
CHAPTERS = ((0, "one"), (100, "two"), (500, "three"), (900, "four"))
FOREVER = 10**9


def lecture(**facts: Any) -> Outline:
    """Return a curriculum of one video, of 1000 seconds with four chapters if nothing else is said."""
    said = {"duration": 1000, "chapters": CHAPTERS, **facts}
    return outline([Entry("Lecture", "video", id="v", url=VIDEO, **said)])


def seen(*spans: tuple[int, int], stopped: int | None = None) -> Record:
    return Record(
        opened=Opened(when=1, stamp=STAMP),
        position=Position(second=stopped, stamp=STAMP),
        seen=frozenset({Seen(status="done", spans=Spans(spans), on=ON, stamp=STAMP)} if spans else ()),
    )


def packed(of: Outline, record: Record = EMPTY, seconds: int = FOREVER, **how: Any) -> Packed:
    return pack(pieces(Standings(of, Progress(items={VIDEO_KEY: record}))), seconds, **how)


def facts(of: Outline, record: Record = EMPTY, **how: Any) -> list[tuple[str, int, int | None]]:
    """Return number, seconds and moment of each piece that fits."""
    return [(piece.node.number, piece.seconds, piece.moment) for piece in packed(of, record, **how).pieces]


def test_a_video_goes_on_in_the_middle_of_a_chapter() -> None:
    assert facts(lecture(), seen((0, 350))) == [("1.1.2", 150, 350), ("1.1.3", 400, 500), ("1.1.4", 100, 900)]


def test_it_goes_on_where_it_was_stopped_and_then_with_what_was_left_out_before() -> None:
    assert facts(lecture(), seen((0, 100), (500, 700), stopped=700)) == [
        ("1.1.3", 200, 700), ("1.1.4", 100, 900), ("1.1.2", 400, 100),
    ]  # fmt: skip


def test_a_video_that_was_not_begun_has_its_own_link_at_its_first_chapter() -> None:
    assert facts(lecture(), seconds=120) == [("1.1.1", 100, None)]


def test_a_chapter_that_does_not_fit_is_passed_over() -> None:
    assert facts(lecture(), seconds=520) == [("1.1.1", 100, None), ("1.1.2", 400, 100)]
    assert facts(lecture(), seconds=300) == [("1.1.1", 100, None), ("1.1.4", 100, 900)]


def test_only_what_is_to_be_learned_of_a_video_counts() -> None:
    assert facts(lecture(start=300, end=600)) == [("1.1.2", 200, 300), ("1.1.3", 100, 500)]


def test_what_lies_before_the_first_chapter_is_a_piece_of_the_video_itself() -> None:
    later = lecture(chapters=((300, "one"), (600, "two")))
    assert facts(later) == [("1.1", 300, None), ("1.1.1", 300, 300), ("1.1.2", 400, 600)]
    assert facts(later, seen((0, 200))) == [("1.1", 100, 200), ("1.1.1", 300, 300), ("1.1.2", 400, 600)]


def test_an_unknown_length_is_estimated_at_the_last_chapter_alone() -> None:
    unknown = packed(lecture(duration=None), seen((0, 500))).pieces
    assert [(piece.node.number, piece.seconds, piece.estimated) for piece in unknown] == [
        ("1.1.3", 400, False), ("1.1.4", 900, True),
    ]  # fmt: skip


def test_what_has_run_past_its_estimate_has_a_minute_left() -> None:
    unknown = packed(lecture(duration=None, chapters=()), seen((0, 4000))).pieces
    assert [(piece.node.number, piece.seconds, piece.estimated, piece.moment) for piece in unknown] == [
        ("1.1", 60, True, 4000)
    ]


def test_the_same_video_in_two_places_is_packed_once_at_the_one_it_is_called_by() -> None:
    part = Entry("Same", "video", url=VIDEO)
    playlist = Entry("List", "playlist", id="p", url=PLAYLIST, parts=(part,))
    video = Entry("Lecture", "video", id="v", url=VIDEO, duration=600)
    assert facts(outline([playlist], [video])) == [("2.1", 600, None)]


def test_parts_of_a_started_playlist_come_before_other_things_and_what_waits_comes_last() -> None:
    parts = (Entry("A", "video", url=VIDEO, duration=60), Entry("B", "video", url=OTHER_VIDEO, duration=60))
    playlist = Entry("List", "playlist", id="p", url=PLAYLIST, parts=parts)
    waiting = Entry("W", "task", id="w", duration=30, after=("t",))
    task = Entry("T", "task", id="t", duration=30)
    of = outline([waiting, task, playlist])
    assert [number for number, *_ in facts(of)] == ["1.2", "1.3.1", "1.3.2", "1.1"]
    begun = seen((0, 60))
    assert [number for number, *_ in facts(of, begun)] == ["1.3.2", "1.2", "1.1"]


def test_a_kind_that_has_parts_is_packed_by_its_parts() -> None:
    parts = (Entry("A", "video", url=VIDEO, duration=60), Entry("B", "video", url=OTHER_VIDEO, duration=90))
    of = outline([Entry("T", "task", id="t"), Entry("List", "playlist", id="p", url=PLAYLIST, parts=parts)])
    found = pack(pieces(Standings(of, Progress()), "playlist"), FOREVER).pieces
    assert [(piece.node.number, piece.seconds) for piece in found] == [("1.2.1", 60), ("1.2.2", 90)]


def test_at_a_greater_speed_more_fits_and_what_is_left_over_is_the_learners_time() -> None:
    assert [number for number, *_ in facts(lecture(), seconds=400, speed=1.25)] == ["1.1.1", "1.1.2"]
    assert packed(lecture(), seconds=400, speed=1.5).left_over == 0
    assert packed(lecture(), seconds=360, speed=2.0).left_over == 60
    assert [number for number, *_ in facts(lecture(), seconds=400, speed=0.5)] == ["1.1.1", "1.1.4"]


def test_at_most_so_many_pieces() -> None:
    assert facts(lecture(), most=1) == [("1.1.1", 100, None)]


def test_where_nothing_fits_the_shortest_piece_is_named() -> None:
    nothing = packed(lecture(), seconds=99)
    assert (nothing.pieces, nothing.left_over) == ((), 99)
    assert nothing.shortest is not None
    assert nothing.shortest.node.number == "1.1.1"
    assert packed(lecture(), seconds=100).shortest is None


def test_of_what_is_finished_nothing_is_left_to_pack() -> None:
    task = outline([Entry("T", "task", id="t")])
    mark = Mark(status="skipped", on=ON, stamp=STAMP)
    standings = Standings(task, Progress(items={"mine#t": Record(mark=mark)}))
    assert pack(pieces(standings), FOREVER) == Packed((), FOREVER, None)
