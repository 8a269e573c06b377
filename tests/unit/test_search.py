"""How texts are compared, and where words stand in them."""

from datetime import date

import pytest

from llmpath.domain.outline_builder import Entry
from llmpath.domain.records import Note, Progress, Record, Stamp
from llmpath.domain.search import fold, search
from llmpath.domain.status import Standings
from unit.outlines import PLAYLIST, VIDEO, VIDEO_KEY, outline

FOLDED = [
    ("Gradient", "gradient"),
    ("dérivée", "derivee"),
    ("de\u0301rive\u0301e", "derivee"),
    ("ÅNGSTRÖM", "angstrom"),
    ("Straße", "strasse"),
    ("ﬁne", "fine"),
    ("x²", "x2"),
    ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
    ("İstanbul", "istanbul"),
    ("한글", "한글"),
    ("नमस्ते", "नमस्ते"),
]


@pytest.mark.parametrize(("text", "same"), FOLDED)
def test_case_and_accents_make_no_difference(text: str, same: str) -> None:
    assert fold(text) == fold(same)


@pytest.mark.parametrize(
    ("text", "words", "at"),
    [
        ("the chain rule", ["rule", "chain"], 4),
        ("the chain rule", ["HAIN"], 5),
        ("ça: le théorème", ["theoreme"], 7),
        ("e\u0301te\u0301 la", ["la"], 6),
        ("ẞß über", ["uber"], 3),
        ("ﬁﬁ now", ["i"], 0),
        ("ﬁﬁ now", ["now"], 3),
        ("rule", ["chain", "rule"], None),
        ("a b", ["a b"], 0),
    ],
)
def test_a_hit_tells_the_letter_of_its_first_word(text: str, words: list[str], at: int | None) -> None:
    path = outline([Entry(text, "link", "thing", "https://example.org/")])
    found = [hit.at for hit in search(words, Standings(path, Progress())) if hit.node.id == "thing"]
    assert found == ([] if at is None else [at])


def noted(text: str, moment: int | None = None, *, gone: bool = False) -> Progress:
    note = Note(id="k3f9", text=text, moment=moment, on=date(2026, 11, 24), gone=gone, stamp=Stamp(1, "a"))
    return Progress(items={VIDEO_KEY: Record(title="A video", notes={"k3f9": note})})


def test_a_thing_in_two_places_is_told_once_by_the_titles_of_both_where_it_is_called() -> None:
    path = outline(
        [Entry("Playlist", "playlist", "list", PLAYLIST, parts=(Entry("Lecture 1", "video", url=VIDEO),))],
        [Entry("Building", "video", "building", VIDEO, chapters=((0, "Start"), (60, "Rule")))],
    )
    standings = Standings(path, noted("lecture notes: a rule", 61))
    hits = [(hit.node.number, hit.where, hit.text, hit.moment) for hit in search(["lecture"], standings)]
    assert hits == [
        ("2.1", "title", "Lecture 1", None),
        ("2.1", "note", "lecture notes: a rule", 61),
    ]
    assert [(hit.node.number, hit.where) for hit in search(["rule"], standings)] == [
        ("2.1", "note"),
        ("2.1.2", "chapter"),
    ]


def test_the_note_of_the_curriculum_is_told_at_its_place() -> None:
    part = Entry("Lecture 1", "video", url=VIDEO, note="Slow but good")
    path = outline(
        [Entry("Playlist", "playlist", "list", PLAYLIST, parts=(part,))],
        [Entry("Building", "video", "building", VIDEO)],
    )
    (hit,) = search(["good", "slow"], Standings(path, Progress()))
    assert (hit.node.number, hit.where, hit.text, hit.at) == ("1.1.1", "note", "Slow but good", 0)


def test_what_only_progress_knows_is_told_where_it_has_notes_that_stand() -> None:
    path = outline([Entry("Other", "link", "other", "https://example.org/")])
    assert [hit.where for hit in search(["video"], Standings(path, noted("text")))] == ["title"]
    assert [hit.where for hit in search(["text"], Standings(path, noted("text")))] == ["note"]
    assert list(search(["text"], Standings(path, noted("text", gone=True)))) == []
    bare = Progress(items={VIDEO_KEY: Record(title="A video")})
    assert list(search(["video"], Standings(path, bare))) == []
