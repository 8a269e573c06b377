"""Lengths: the ends of chapters, what is to be learned of a video, and estimates for the unknown."""

import pytest

from llmpath.domain.outline import Outline
from llmpath.domain.outline_builder import Entry
from unit.outlines import PLAYLIST, VIDEO, only, outline

HALF_AN_HOUR, FIVE_HOURS = 1800, 18_000


def talk(name: str, duration: int | None = None) -> Entry:
    return Entry(name, "video", id=name, url=f"https://example.org/{name}", duration=duration)


def playlist(name: str, *durations: int | None) -> Entry:
    parts = tuple(talk(f"{name}-{place}", duration) for place, duration in enumerate(durations, 1))
    return Entry(name, "playlist", id=name, url=f"{PLAYLIST}{name}", parts=parts)


def weights(learned: Outline) -> dict[str, int]:
    """Return what each leaf weighs in sums."""
    return {node.id: node.weight for node in learned.walk() if node.is_leaf}


def test_a_chapter_ends_where_the_next_begins_and_the_last_with_the_video() -> None:
    chapters = ((0, "Intro"), (25, "Overview"), (60, "End"))
    video = only(Entry("V", "video", id="v", url=VIDEO, duration=100, chapters=chapters))
    assert [(c.start, c.end, c.seconds) for c in video.chapters] == [(0, 25, 25), (25, 60, 35), (60, 100, 40)]


def test_the_last_chapter_of_a_video_of_unknown_length_has_no_end() -> None:
    video = only(Entry("V", "video", id="v", url=VIDEO, chapters=((5, "Intro"), (25, "Overview"))))
    assert [(c.start, c.end, c.seconds) for c in video.chapters] == [(5, 25, 20), (25, None, None)]
    assert (video.end, video.seconds) == (None, None)


def test_the_last_chapter_ends_where_learning_ends_if_that_is_all_that_is_known() -> None:
    video = only(Entry("V", "video", id="v", url=VIDEO, end=80, chapters=((5, "Intro"), (25, "Overview"))))
    assert [(c.start, c.end) for c in video.chapters] == [(5, 25), (25, 80)]


@pytest.mark.parametrize(
    ("link", "bounds", "start", "seconds"),
    [
        (VIDEO, (None, None, 100), 0, 100),
        (VIDEO, (20, None, 100), 20, 80),
        (VIDEO, (None, 60, 100), 0, 60),
        (VIDEO, (20, 60, 100), 20, 40),
        (VIDEO, (20, 60, None), 20, 40),
        (VIDEO, (None, 60, None), 0, 60),
        (VIDEO, (20, None, None), 20, None),
        (VIDEO, (None, None, None), 0, None),
        (f"{VIDEO}&t=20s", (None, None, 100), 20, 80),
        (f"{VIDEO}&t=20s", (None, 60, 100), 20, 40),
        (f"{VIDEO}&t=20s", (None, None, None), 20, None),
        (f"{VIDEO}&t=20s", (30, None, 100), 30, 70),
        (f"{VIDEO}&t=20s", (0, None, 100), 0, 100),
    ],
)
def test_the_length_is_what_is_to_be_learned(
    link: str, bounds: tuple[int | None, int | None, int | None], start: int, seconds: int | None
) -> None:
    first, last, duration = bounds
    video = only(Entry("V", "video", id="v", url=link, start=first, end=last, duration=duration))
    assert (video.start, video.end, video.seconds) == (start, last, seconds)


def test_what_has_parts_has_no_length_of_its_own() -> None:
    node = only(playlist("p", 100, None)._replace(duration=5000))
    assert (node.seconds, node.weight) == (None, 0)
    assert [part.seconds for part in node.parts] == [100, None]


def test_a_known_length_stands_for_itself() -> None:
    assert weights(outline([talk("a", 100), Entry("B", "book", id="b", duration=7)])) == {"a": 100, "b": 7}


def test_a_bounded_length_stands_for_the_whole() -> None:
    assert weights(outline([talk("a", 100)._replace(start=40, end=50)])) == {"a": 10}


def test_an_unknown_length_is_the_median_of_the_same_container() -> None:
    learned = outline([playlist("p", 100, 200, 900, None), playlist("q", 5000)], [talk("a", 9000)])
    assert weights(learned)["p/4"] == 200
    assert learned.by_id["p/4"].seconds is None


def test_the_median_of_two_is_their_middle() -> None:
    assert weights(outline([playlist("p", 100, None, 300)]))["p/2"] == 200


def test_without_a_known_length_in_the_container_it_is_the_median_of_the_section() -> None:
    learned = outline([playlist("p", None, None), playlist("q", 100, 200), talk("a", 900)], [talk("b", 5000)])
    assert weights(learned) == {"p/1": 200, "p/2": 200, "q/1": 100, "q/2": 200, "a": 900, "b": 5000}


def test_a_resource_takes_it_from_its_section() -> None:
    learned = outline([talk("a"), talk("b", 100), talk("c", 300), talk("d", 400)], [talk("e", 9000)])
    assert weights(learned)["a"] == 300


def test_without_a_known_length_in_the_section_it_is_the_median_of_the_curriculum() -> None:
    learned = outline([playlist("p", None), talk("a")], [talk("b", 100), playlist("q", 200, 600)])
    assert (weights(learned)["p/1"], weights(learned)["a"]) == (200, 200)


def test_a_video_in_several_places_counts_once_for_the_median_of_the_curriculum() -> None:
    twice = [talk("b", 100), talk("b", 100)._replace(id="again"), talk("c", 300)]
    assert weights(outline([talk("a")], twice))["a"] == 200


def test_without_any_known_length_it_is_half_an_hour() -> None:
    assert weights(outline([talk("a"), playlist("p", None)])) == {"a": HALF_AN_HOUR, "p/1": HALF_AN_HOUR}


@pytest.mark.parametrize("kind", ["course", "book"])
def test_a_course_or_book_without_a_length_is_five_hours(kind: str) -> None:
    whole = Entry("Whole", kind, id="whole")
    assert weights(outline([whole])) == {"whole": FIVE_HOURS}
    assert weights(outline([whole, talk("a", 100)])) == {"whole": FIVE_HOURS, "a": 100}


def test_the_five_hours_are_no_known_length() -> None:
    assert weights(outline([Entry("C", "course", id="c"), talk("a")]))["a"] == HALF_AN_HOUR


def test_the_lessons_of_a_course_are_estimated_one_by_one() -> None:
    course = Entry("C", "course", id="c", parts=(Entry("One", "link"), Entry("Two", "link", duration=600)))
    assert weights(outline([course])) == {"c/1": 600, "c/2": 600}
