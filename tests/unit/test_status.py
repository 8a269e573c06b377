"""The rules of status (docs/refs-and-marks.md) as a table: what was said, and what follows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from llmpath.domain.joining import apply
from llmpath.domain.marker import Statement
from llmpath.domain.marking import mark, opening
from llmpath.domain.occasion import Occasion
from llmpath.domain.outline import Curriculum, Outline
from llmpath.domain.outline_builder import Entry, SectionEntry, build
from llmpath.domain.records import Mark, Position, Progress, Record, Seen, Stamp, Status
from llmpath.domain.status import Standings
from llmpath.domain.targets import Target
from llmpath.domain.timeline import OPEN
from llmpath.domain.upcoming import upcoming

TODAY = date(2026, 11, 24)
VIDEO = "https://youtu.be/aaaaaaaaaaa"
OTHER = "https://youtu.be/bbbbbbbbbbb"
CHAPTERS = ((0, "one"), (100, "two"), (500, "three"), (900, "four"))


def video(id_: str = "v", url: str = VIDEO, **facts: Any) -> Entry:
    return Entry("Video", "video", id=id_, url=url, **facts)


def outline(*entries: Entry) -> Outline:
    return build(Curriculum("c", "C"), [SectionEntry("s", "S", None, (), entries)])


CHAPTERED = outline(video(duration=1000, chapters=CHAPTERS))
PLAIN = outline(video(duration=1000))
UNKNOWN = outline(video(chapters=CHAPTERS))
BOUNDED = outline(video(duration=1000, start=200, end=600))
ARTICLE = outline(Entry("Article", "article", id="a", url="https://example.org/a"))
PIECES = outline(video("v", duration=1000, end=400), video("w", duration=1000, start=400))
DONE_PIECE, DONE_REST = ("done", 400, 0), ("done", 600, 0)
LIST = outline(
    Entry(
        "List",
        "playlist",
        id="p",
        url="https://www.youtube.com/playlist?list=PLx",
        parts=(
            Entry("Long", "video", url=VIDEO, duration=3000),
            Entry("Short", "video", url=OTHER, duration=1000),
        ),
    )
)
INHERITED = outline(
    Entry(
        "List",
        "playlist",
        id="p",
        url="https://www.youtube.com/playlist?list=PLx",
        parts=(Entry("Long", "video", url=VIDEO, duration=1000, chapters=CHAPTERS),),
    )
)


@dataclass
class Learner:
    """Says things one after another, a second apart."""

    outline: Outline
    progress: Progress = Progress()  # noqa: RUF009  (immutable)
    now: int = 1_000_000

    @property
    def standings(self) -> Standings:
        return Standings(self.outline, self.progress)

    @property
    def occasion(self) -> Occasion:
        self.now += 1000
        return Occasion(self.now, TODAY, "d1")

    def says(self, sentence: str) -> None:
        """Take `done v/1`, `open v`, or `seen 0-950` of the video v."""
        verb, _, of = sentence.partition(" ")
        if verb in {"seen", "skips"}:
            start, _, end = of.partition("-")
            spans = ((int(start), int(end) if end else OPEN),)
            status: Status = "done" if verb == "seen" else "skipped"
            stamp = Stamp(self.occasion.now, "d1")
            seen = Seen(status=status, spans=spans, on=TODAY, stamp=stamp)
            key = self.outline.resources[0].key
            assert key is not None
            self.progress = apply(
                self.progress, Progress(items={key: Record(title="V", seen=frozenset({seen}))})
            )
            return
        if verb == "stopped":
            key = str(self.outline.resources[0].key)
            position = Position(second=int(of), stamp=Stamp(self.occasion.now, "d1"))
            self.progress = apply(self.progress, Progress(items={key: Record(position=position)}))
            return
        node = self.outline.by_id[of]
        if verb == "open":
            delta = opening(self.standings, [node], self.occasion).delta
        else:
            said = Statement(status=verb)  # type: ignore[arg-type]
            delta = mark(self.standings, [Target(node)], said, self.occasion).delta
        self.progress = apply(self.progress, delta)


SCENARIOS = [
    # what stands in the curriculum, what was said in order, id → (status, seconds done, seconds left)
    ("nothing said", PLAIN, [], {"v": ("todo", 0, 1000)}),
    ("opened is begun, never done", PLAIN, ["open v"], {"v": ("doing", 0, 1000)}),
    ("opening what is done leaves it", PLAIN, ["done v", "open v"], {"v": ("done", 1000, 0)}),
    ("opening what is skipped leaves it", PLAIN, ["skipped v", "open v"], {"v": ("skipped", 0, 0)}),
    ("94 % is not finished", PLAIN, ["seen 0-949"], {"v": ("doing", 949, 51)}),
    ("95 % is, and counts whole", PLAIN, ["seen 0-950"], {"v": ("done", 1000, 0)}),
    ("seen and skipped add up", PLAIN, ["seen 0-500", "skips 500-950"], {"v": ("done", 550, 0)}),
    ("under half done is skipped", PLAIN, ["seen 0-400", "skips 400-960"], {"v": ("skipped", 400, 0)}),
    ("skipping alone starts nothing", PLAIN, ["skips 0-500"], {"v": ("todo", 0, 500)}),
    ("todo is never done", PLAIN, ["done v", "todo v"], {"v": ("todo", 0, 1000)}),
    ("todo unmakes an opening", PLAIN, ["open v", "todo v"], {"v": ("todo", 0, 1000)}),
    ("opened again after todo", PLAIN, ["open v", "todo v", "open v"], {"v": ("doing", 0, 1000)}),
    (
        "a chapter is done at nine tenths, and counts whole",
        CHAPTERED,
        ["seen 100-460"],
        {"v": ("doing", 400, 600), "v/2": ("done", 400, 0), "v/1": ("todo", 0, 100)},
    ),
    (
        "a chapter under nine tenths is doing",
        CHAPTERED,
        ["seen 100-459"],
        {"v": ("doing", 359, 641), "v/2": ("doing", 359, 41)},
    ),
    (
        "the later word wins, second by second",
        CHAPTERED,
        ["done v", "todo v/2"],
        {"v": ("doing", 600, 400), "v/2": ("todo", 0, 400), "v/3": ("done", 400, 0)},
    ),
    (
        "chapters make the video",
        CHAPTERED,
        ["done v/1", "done v/2", "done v/3", "skipped v/4"],
        {"v": ("done", 900, 0), "v/4": ("skipped", 0, 0)},
    ),
    (
        "unknown length: an open end and no unfinished chapter",
        UNKNOWN,
        ["done v/2", "done v/3", "done v/4"],
        {"v": ("doing", 1700, 100), "v/4": ("done", 900, 0)},
    ),
    (
        "unknown length: finished by its last chapter",
        UNKNOWN,
        ["done v/1", "done v/2", "done v/3", "done v/4"],
        {"v": ("done", 1800, 0)},
    ),
    (
        "unknown length: seconds without an open end finish nothing",
        UNKNOWN,
        ["seen 0-5000"],
        {"v": ("doing", 5000, 60)},
    ),
    ("bounds: nothing outside is asked for", BOUNDED, ["seen 0-200"], {"v": ("todo", 0, 400)}),
    ("bounds: what is inside finishes it", BOUNDED, ["seen 200-600"], {"v": ("done", 400, 0)}),
    ("no timeline: what it was last marked with", ARTICLE, ["done a", "doing a"], {"a": ("doing", 0, 1800)}),
    (
        "a container gives its mark to its leaves",
        LIST,
        ["done p"],
        {"p/1": ("done", 3000, 0), "p": ("done", 4000, 0)},
    ),
    (
        "skipping a container spares what is done",
        LIST,
        ["done p/1", "skipped p"],
        {"p": ("done", 3000, 0), "p/2": ("skipped", 0, 0)},
    ),
    ("a container under half done is skipped", LIST, ["done p/2", "skipped p"], {"p": ("skipped", 1000, 0)}),
    (
        "doing goes to the first unfinished leaf",
        LIST,
        ["done p/1", "doing p"],
        {"p/2": ("doing", 0, 1000), "p": ("doing", 3000, 1000)},
    ),
    (
        "doing goes to the first unfinished leaf, also where another is doing",
        LIST,
        ["doing p/2", "doing p"],
        {"p/1": ("doing", 0, 3000)},
    ),
    ("done marks a container's video at every place", PIECES, ["done s"], {"v": DONE_PIECE, "w": DONE_REST}),
    (
        "a container is finished at every place only",
        PIECES,
        ["done w"],
        {"w": DONE_REST, "s": ("doing", 600, 0)},
    ),
    (
        "todo of a piece of a video leaves what lies before it",
        PIECES,
        ["doing v", "done v", "todo w"],
        {"v": DONE_PIECE, "w": ("todo", 0, 600)},
    ),
    ("a section counts like a container", LIST, ["done p/2"], {"s": ("doing", 1000, 3000)}),
    (
        "todo on a container unmarks all of it",
        LIST,
        ["done p", "todo p"],
        {"p": ("todo", 0, 4000), "p/1": ("todo", 0, 3000)},
    ),
]


@pytest.mark.parametrize(
    ("where", "said", "expected"),
    [scenario[1:] for scenario in SCENARIOS],
    ids=[scenario[0] for scenario in SCENARIOS],
)
def test_status_follows_from_what_was_said(
    where: Outline, said: list[str], expected: dict[str, tuple[str, int, int]]
) -> None:
    learner = Learner(where)
    for sentence in said:
        learner.says(sentence)
    standings = {id_: learner.standings.of(where.by_id[id_]) for id_ in expected}
    assert {id_: (of.status, of.done, of.left) for id_, of in standings.items()} == expected


def test_a_mark_made_while_there_were_no_parts_stands_for_each_part_without_one() -> None:
    bare = outline(Entry("List", "playlist", id="p", url="https://www.youtube.com/playlist?list=PLx"))
    learner = Learner(bare)
    learner.says("done p")
    learner.outline = LIST
    assert [learner.standings.of(part).status for part in LIST.by_id["p"].parts] == ["done", "done"]
    learner.says("todo p/1")
    assert [learner.standings.of(part).status for part in LIST.by_id["p"].parts] == ["todo", "done"]


def test_parts_added_to_a_container_that_had_some_are_todo() -> None:
    learner = Learner(LIST)
    learner.says("done p")
    container = LIST.resources[0]
    third = Entry("New", "video", url="https://youtu.be/ccccccccccc", duration=10)
    parts = (
        Entry("Long", "video", url=VIDEO, duration=3000),
        Entry("Short", "video", url=OTHER, duration=1000),
        third,
    )
    learner.outline = outline(Entry("List", "playlist", id="p", url=container.url, parts=parts))
    statuses = [learner.standings.of(part).status for part in learner.outline.by_id["p"].parts]
    assert statuses == ["done", "done", "todo"]


def test_a_chapter_unmarked_in_an_inherited_video_leaves_the_rest_done() -> None:
    learner = Learner(outline(Entry("List", "playlist", id="p", url=INHERITED.resources[0].url)))
    learner.says("done p")
    learner.outline = INHERITED
    learner.says("todo p/1/2")
    video_node = learner.outline.by_id["p/1"]
    statuses = [learner.standings.of(chapter).status for chapter in video_node.parts]
    assert statuses == ["done", "todo", "done", "done"]


def test_an_inherited_mark_comes_back_for_the_rest_after_a_mark_that_was_taken_back() -> None:
    learner = Learner(INHERITED)
    mark_kept = Mark(status="done", on=TODAY, stamp=Stamp(learner.now, "d1"))
    taken_back = Seen(status=None, spans=((0, OPEN),), on=TODAY, stamp=Stamp(learner.now + 1, "d1"))
    learner.progress = Progress(
        items={
            "youtube-playlist:PLx": Record(mark=mark_kept),
            "youtube:aaaaaaaaaaa": Record(seen=frozenset({taken_back})),
        }
    )
    learner.says("todo p/1/2")
    statuses = [learner.standings.of(chapter).status for chapter in INHERITED.by_id["p/1"].parts]
    assert statuses == ["done", "todo", "done", "done"]


def test_a_mark_holds_against_one_inherited_from_a_clock_that_was_ahead() -> None:
    learner = Learner(INHERITED)
    ahead = Mark(status="done", on=TODAY, stamp=Stamp(learner.now + 3_600_000, "d2"))
    learner.progress = Progress(items={"youtube-playlist:PLx": Record(mark=ahead)})
    learner.says("todo p/1/2")
    assert learner.standings.of(INHERITED.by_id["p/1/2"]).status == "todo"


def test_a_clock_that_was_ahead_pins_only_the_register_it_wrote() -> None:
    learner = Learner(CHAPTERED)
    key = str(CHAPTERED.resources[0].key)
    ahead = Mark(status="doing", on=TODAY, stamp=Stamp(learner.now + 3_600_000, "d2"))
    learner.progress = Progress(items={key: Record(mark=ahead)})
    learner.says("done v/1")
    assert {entry.stamp.at for entry in learner.progress.items[key].seen} == {learner.now}


def test_a_video_that_is_doing_is_touched_again_where_it_is_said_to_be_doing_at_a_chapter() -> None:
    both = outline(video("v", chapters=CHAPTERS), video("w", OTHER))
    learner = Learner(both)
    for sentence in ["doing v", "doing w", "doing v/2"]:
        learner.says(sentence)
    assert next(upcoming(learner.standings)).node.id == "v"


def test_a_mark_from_before_it_was_a_video_counts_as_a_span_over_the_whole() -> None:
    key = PLAIN.resources[0].key
    assert key is not None
    stamp = Stamp(5, "d1")
    progress = Progress(items={key: Record(mark=Mark(status="done", on=TODAY, stamp=stamp))})
    assert Standings(PLAIN, progress).of(PLAIN.resources[0]).status == "done"


@pytest.mark.parametrize(
    ("said", "second"),
    [
        ([], None),
        (["seen 0-120"], 120),
        (["done v/1", "done v/3"], 100),
        (["seen 0-95"], 100),
        (["skips 0-100"], 100),
        (["done v/2"], None),
        (["done v"], None),
        (["done v/1", "stopped 700"], 700),
        (["done v/1", "stopped 700", "done v/3"], 100),
    ],
)
def test_resume(said: list[str], second: int | None) -> None:
    learner = Learner(CHAPTERED)
    for sentence in said:
        learner.says(sentence)
    assert learner.standings.resume(CHAPTERED.by_id["v"]) == second


def test_totals_count_a_key_once_whatever_stands_where() -> None:
    twice = outline(
        video("v", duration=1000),
        Entry("List", "playlist", id="p", parts=(Entry("Same", "video", url=VIDEO),)),
    )
    learner = Learner(twice)
    assert learner.standings.total(twice.sections).seconds == 1000
    learner.says("done p/1")
    assert learner.standings.of(twice.by_id["v"]).status == "done"
    assert learner.standings.total(twice.sections)[:3] == ("done", 1000, 1000)
