"""What is known of a key in one place fills what another leaves out; former keys count for it, too."""

import pytest

from llmpath.domain.outline import Companion, Node
from llmpath.domain.outline_builder import Entry
from unit.outlines import OTHER_VIDEO, PLAYLIST, PLAYLIST_KEY, VIDEO, VIDEO_KEY, only, outline

FULL = Entry(
    "The full title",
    "video",
    id="full",
    url=VIDEO,
    author="Andrej Karpathy",
    duration=100,
    start=10,
    end=90,
    note="From ten to ninety.",
    after=("first",),
    links=(Companion("Slides", "https://example.org/slides"),),
    chapters=((0, "Intro"), (25, "Overview")),
)
BARE = Entry("Only a link", "video", id="bare", url="https://youtu.be/VMj-3S1tku0?si=x")
FIRST = Entry("First", "task", id="first")


def bare_beside(full: Entry, *, before: bool) -> Node:
    """Return the node of `BARE` in a curriculum that lists `full` before it or after it."""
    order = [[full, FIRST], [BARE]]
    return outline(*(order if before else order[::-1])).by_id["bare"]


@pytest.mark.parametrize("before", [True, False])
def test_author_duration_and_chapters_are_shared(before: bool) -> None:  # noqa: FBT001
    bare = bare_beside(FULL, before=before)
    assert (bare.author, bare.seconds) == ("Andrej Karpathy", 100)
    assert [(chapter.start, chapter.end, chapter.title) for chapter in bare.chapters] == [
        (0, 25, "Intro"),
        (25, 100, "Overview"),
    ]
    assert [chapter.id for chapter in bare.chapters] == ["bare/1", "bare/2"]


@pytest.mark.parametrize("before", [True, False])
def test_start_end_note_and_after_stay_at_their_place(before: bool) -> None:  # noqa: FBT001
    bare = bare_beside(FULL, before=before)
    assert (bare.start, bare.end, bare.note, bare.after) == (0, None, None, ())
    assert (bare.title, bare.url) == ("Only a link", BARE.url)


def test_what_a_place_says_itself_is_not_filled() -> None:
    own = BARE._replace(author="Someone", duration=50, chapters=((5, "Own"),))
    node = outline([FULL, FIRST], [own]).by_id["bare"]
    assert (node.author, node.seconds) == ("Someone", 50)
    assert [(chapter.start, chapter.title) for chapter in node.chapters] == [(5, "Own")]


def test_a_place_that_says_half_is_filled_with_the_other_half() -> None:
    node = outline([FULL, FIRST], [BARE._replace(author="Someone", start=30)]).by_id["bare"]
    assert (node.author, node.start, node.seconds, len(node.chapters)) == ("Someone", 30, 70, 2)


@pytest.mark.parametrize("before", [True, False])
def test_parts_are_shared(before: bool) -> None:  # noqa: FBT001
    full = Entry(
        "All", "playlist", id="all-of-it", url=PLAYLIST, parts=(BARE, Entry("State of GPT", "video"))
    )
    bare = Entry("List", "playlist", id="bare", url=f"{PLAYLIST}&si=x")
    order = [[full], [bare]] if before else [[bare], [full]]
    filled = outline(*order).by_id["bare"]
    assert [(part.id, part.key) for part in filled.parts] == [
        ("bare/1", VIDEO_KEY),
        ("bare/2", f"{PLAYLIST_KEY}/state-of-gpt"),
    ]


def test_a_part_shares_with_a_resource() -> None:
    playlist = Entry("List", "playlist", id="list", url=PLAYLIST, parts=(BARE,))
    part = outline([playlist], [FULL, FIRST]).by_id["list/1"]
    assert (part.author, part.seconds, part.start) == ("Andrej Karpathy", 100, 0)
    assert [chapter.number for chapter in part.chapters] == ["1.1.1.1", "1.1.1.2"]


def test_things_without_a_link_share_nothing() -> None:
    talks = [Entry("Talk", "video", id="a", author="Someone"), Entry("Talk", "video", id="b")]
    assert outline(talks).by_id["b"].author is None


@pytest.mark.parametrize(
    ("was", "key"),
    [
        ("https://youtu.be/PaCmpygFfXo?si=x", "youtube:PaCmpygFfXo"),
        ("http://www.example.org/old/", "example.org/old"),
        ("youtube:PaCmpygFfXo", "youtube:PaCmpygFfXo"),
        ("example.org/old", "example.org/old"),
        ("theirs#old", "theirs#old"),
        ("old-name", "mine#old-name"),
    ],
)
def test_a_former_link_key_or_id_is_a_key_it_is_found_by(was: str, key: str) -> None:
    moved = outline([BARE._replace(was=(was,))])
    assert set(moved.by_id["bare"].aliases) == {key, "mine#bare"}
    assert [place.id for place in moved.by_key[key]] == ["bare"]


def test_what_gets_a_link_keeps_its_linkless_key() -> None:
    parts = (Entry("State of GPT", "video", url=OTHER_VIDEO),)
    playlist = only(Entry("List", "playlist", id="list", url=PLAYLIST, parts=parts))
    assert playlist.aliases == ("mine#list",)
    assert f"{PLAYLIST_KEY}/state-of-gpt" in playlist.parts[0].aliases


def test_what_has_no_link_has_no_former_key() -> None:
    assert only(FIRST).aliases == ()


def test_a_part_without_a_link_keeps_its_key_when_the_playlist_gets_one() -> None:
    before = only(Entry("List", "playlist", id="list", parts=(Entry("Intro", "video"),))).parts[0]
    after = only(Entry("List", "playlist", id="list", url=PLAYLIST, parts=(Entry("Intro", "video"),))).parts[
        0
    ]
    assert (before.key, after.key) == ("mine#list/intro", f"{PLAYLIST_KEY}/intro")
    assert before.key in after.aliases


@pytest.mark.parametrize("order", [1, -1])
def test_former_keys_count_wherever_the_key_stands(order: int) -> None:
    places = [BARE._replace(id="a", was=("old",)), BARE._replace(id="b")]
    there = outline(places[::order]).by_id["b"]
    assert {"mine#old", "mine#a", "mine#b"} == set(there.aliases)


def test_the_key_of_one_part_is_no_former_key_of_another() -> None:
    parts = (Entry("Intro!", "video", url=VIDEO), Entry("Intro?", "video"))
    first, second = only(Entry("List", "playlist", id="list", url=PLAYLIST, parts=parts)).parts
    assert second.key == f"{PLAYLIST_KEY}/intro"
    assert second.key not in first.aliases
