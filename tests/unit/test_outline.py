"""The outline: numbers, ids and keys of a curriculum's tree, and the ways to find a node in it."""

from llmpath.domain.outline import leaves
from llmpath.domain.outline_builder import Entry
from unit.outlines import OTHER_VIDEO, PLAYLIST, PLAYLIST_KEY, VIDEO, VIDEO_KEY, only, outline

MICROGRAD = Entry(
    "Micrograd", "video", id="micrograd", url=VIDEO, duration=100, chapters=((0, "Intro"), (25, "Overview"))
)
ZERO_TO_HERO = Entry(
    "Zero to Hero",
    "playlist",
    id="zero-to-hero",
    url=PLAYLIST,
    parts=(Entry("Micrograd", "video", url=VIDEO), Entry("State of GPT", "video")),
)
EXERCISE = Entry("Exercise", "task", id="exercise")
MINE = outline([ZERO_TO_HERO], [MICROGRAD, EXERCISE])


def test_every_node_has_a_number_and_an_id() -> None:
    assert [(node.number, node.id, node.kind) for node in MINE.walk()] == [
        ("1", "s1", "section"),
        ("1.1", "zero-to-hero", "playlist"),
        ("1.1.1", "zero-to-hero/1", "video"),
        ("1.1.1.1", "zero-to-hero/1/1", "chapter"),
        ("1.1.1.2", "zero-to-hero/1/2", "chapter"),
        ("1.1.2", "zero-to-hero/2", "video"),
        ("2", "s2", "section"),
        ("2.1", "micrograd", "video"),
        ("2.1.1", "micrograd/1", "chapter"),
        ("2.1.2", "micrograd/2", "chapter"),
        ("2.2", "exercise", "task"),
    ]


def test_every_node_is_found_by_its_number_and_by_its_id() -> None:
    for node in MINE.walk():
        assert MINE.by_number[node.number] is node
        assert MINE.by_id[node.id] is node
    assert (len(MINE.by_number), len(MINE.by_id)) == (11, 11)


def test_a_node_knows_what_it_stands_in() -> None:
    parents = {node.id: MINE.parent(node) for node in MINE.walk()}
    assert {name: parent.id for name, parent in parents.items() if parent} == {
        "zero-to-hero": "s1",
        "zero-to-hero/1": "zero-to-hero",
        "zero-to-hero/1/1": "zero-to-hero/1",
        "zero-to-hero/1/2": "zero-to-hero/1",
        "zero-to-hero/2": "zero-to-hero",
        "micrograd": "s2",
        "micrograd/1": "micrograd",
        "micrograd/2": "micrograd",
        "exercise": "s2",
    }
    assert [resource.id for resource in MINE.resources] == ["zero-to-hero", "micrograd", "exercise"]


def test_a_key_is_made_from_the_link_alone() -> None:
    assert MINE.by_id["micrograd"].key == MINE.by_id["zero-to-hero/1"].key == VIDEO_KEY
    assert MINE.by_id["zero-to-hero"].key == PLAYLIST_KEY
    assert MINE.by_id["s1"].key is None


def test_a_chapter_has_the_key_of_its_video_and_a_link_to_its_second() -> None:
    chapter = MINE.by_id["micrograd/2"]
    assert (chapter.key, chapter.url) == (VIDEO_KEY, f"{VIDEO}&t=25s")
    assert MINE.by_id["zero-to-hero/1/2"].url == f"{VIDEO}&t=25s"


def test_a_chapter_of_a_video_elsewhere_has_its_link() -> None:
    film = only(Entry("Film", "video", id="film", url="https://example.org/film", chapters=((5, "Start"),)))
    assert [chapter.url for chapter in film.chapters] == ["https://example.org/film"]


def test_what_has_no_link_has_a_key_of_its_place_and_name() -> None:
    assert MINE.by_id["exercise"].key == "mine#exercise"
    assert MINE.by_id["zero-to-hero/2"].key == f"{PLAYLIST_KEY}/state-of-gpt"
    course = only(Entry("Course", "course", id="course", parts=(Entry("L'Hôpital's rule", "link"),)))
    assert course.parts[0].key == "mine#course/l-hopital-s-rule"


def test_parts_in_another_order_keep_their_keys() -> None:
    turned = only(ZERO_TO_HERO._replace(parts=ZERO_TO_HERO.parts[::-1]))
    assert [(part.id, part.key) for part in turned.parts] == [
        ("zero-to-hero/1", f"{PLAYLIST_KEY}/state-of-gpt"),
        ("zero-to-hero/2", VIDEO_KEY),
    ]


def test_parts_in_other_scripts_have_keys_of_their_own() -> None:
    titles = ("線形代数", "微分積分", "Введение", "π")
    playlist = only(ZERO_TO_HERO._replace(parts=tuple(Entry(title, "video") for title in titles)))
    assert len({part.key for part in playlist.parts}) == 4


def test_leaves_are_what_has_no_parts_and_chapters_are_none() -> None:
    assert [node.id for node in MINE.walk() if node.is_leaf] == [
        "zero-to-hero/1",
        "zero-to-hero/2",
        "micrograd",
        "exercise",
    ]
    assert [chapter.title for chapter in MINE.by_id["micrograd"].chapters] == ["Intro", "Overview"]
    assert MINE.by_id["zero-to-hero"].chapters == ()


def test_a_video_has_a_timeline_and_so_has_what_is_called_otherwise_but_is_on_youtube() -> None:
    assert [node.id for node in MINE.walk() if node.timed] == [
        "zero-to-hero/1",
        "zero-to-hero/2",
        "micrograd",
    ]
    assert only(Entry("Talk", "link", id="talk", url=OTHER_VIDEO)).timed
    assert not only(Entry("Talk", "article", id="talk", url="https://example.org/talk")).timed


def test_a_key_is_called_by_the_place_where_it_is_a_resource() -> None:
    assert [place.number for place in MINE.by_key[VIDEO_KEY]] == ["2.1", "1.1.1"]
    assert MINE.called(MINE.by_number["1.1.1"]).number == "2.1"
    assert MINE.called(MINE.by_number["1.1.2"]).number == "1.1.2"


def test_a_key_of_parts_alone_is_called_by_its_first_place() -> None:
    other = ZERO_TO_HERO._replace(id="other", url=f"{PLAYLIST}d")
    twice = outline([ZERO_TO_HERO], [other])
    assert [place.number for place in twice.by_key[VIDEO_KEY]] == ["1.1.1", "2.1.1"]
    assert twice.called(twice.by_number["2.1.1"]).number == "1.1.1"


def test_a_node_says_where_else_it_stands() -> None:
    also = {node.number: MINE.also(node) for node in MINE.walk()}
    assert {number: others for number, others in also.items() if others} == {
        "1.1.1": ("2.1",),
        "1.1.1.1": ("2.1.1",),
        "1.1.1.2": ("2.1.2",),
        "2.1": ("1.1.1",),
        "2.1.1": ("1.1.1.1",),
        "2.1.2": ("1.1.1.2",),
    }


def test_a_key_in_several_places_is_one_leaf() -> None:
    assert [leaf.id for leaf in leaves(MINE.sections)] == ["zero-to-hero/1", "zero-to-hero/2", "exercise"]
    piece = MICROGRAD._replace(id="piece", end=30)
    assert [leaf.id for leaf in leaves(outline([piece], [MICROGRAD]).sections)] == ["micrograd"]


def test_a_playlist_that_holds_itself_is_not_unfolded_for_ever() -> None:
    circle = outline([ZERO_TO_HERO._replace(parts=(Entry("Again", "playlist", url=PLAYLIST),))])
    assert [(node.number, node.key) for node in circle.walk()] == [
        ("1", None),
        ("1.1", PLAYLIST_KEY),
        ("1.1.1", PLAYLIST_KEY),
    ]


def test_playlists_that_hold_each_other_stop_where_one_would_hold_itself() -> None:
    here = ZERO_TO_HERO._replace(parts=(Entry("There", "playlist", url=f"{PLAYLIST}d"),))
    there = Entry(
        "There", "playlist", id="there", url=f"{PLAYLIST}d", parts=(Entry("Here", "playlist", url=PLAYLIST),)
    )
    assert [(node.number, node.title) for node in outline([here, there]).walk() if not node.is_section] == [
        ("1.1", "Zero to Hero"),
        ("1.1.1", "There"),
        ("1.1.1.1", "Here"),
        ("1.2", "There"),
        ("1.2.1", "Here"),
        ("1.2.1.1", "There"),
    ]


def test_ten_thousand_resources_are_an_outline() -> None:
    many = outline(
        [Entry(f"Talk {i}", "link", id=f"talk-{i}", url=f"https://example.org/{i}") for i in range(10_000)]
    )
    assert len(many.resources) == len(many.by_number) - 1 == 10_000
    assert many.by_id["talk-9999"].number == "1.10000"
    assert many.by_key["example.org/9999"][0].id == "talk-9999"
