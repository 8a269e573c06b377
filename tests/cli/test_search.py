"""`llmpath search`: titles, chapters and notes by words."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from cli.answers import answer, rows, screen
from shell import Shell

FIELDS = ["number", "id", "title", "where", "text"]
MICROGRAD = "https://www.youtube.com/watch?v=VMj-3S1tku0"
OTHER = '[[sections]]\nid = "s"\ntitle = "S"\n'


def hits(run: Shell, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run.ok(["search", *words, "--json"]))["hits"]
    return found


def found(run: Shell, *words: str) -> list[tuple[str, str]]:
    return [(hit["number"], hit["where"]) for hit in hits(run, *words)]


def test_titles_chapters_and_notes_are_found(run: Shell) -> None:
    run.ok("note vectors -m 'the gradient is one'")
    all_found = found(run, "gradient")
    assert ("5.2.6", "title") in all_found
    assert ("4.1.17", "chapter") in all_found
    assert ("4.1", "note") in all_found
    assert ("6.2", "note") in all_found


def test_a_hit_has_these_fields(run: Shell) -> None:
    (hit,) = hits(run, "walkthrough", "github")
    title = "Walkthrough of the full code of micrograd on GitHub"
    assert list(hit) == FIELDS
    assert hit == {
        "number": "4.1.19",
        "id": "micrograd/19",
        "title": title,
        "where": "chapter",
        "text": title,
    }


@pytest.mark.parametrize(
    "words",
    [
        ["SIMPLE", "derivative", "one"],
        ["one", "simple derivative"],
        ["deriv", "ne inp", "simpl"],
        ["dérivátive", "simplé", "ONE"],
    ],
)
def test_all_words_in_any_order_inside_others_blind_to_case_and_accents(run: Shell, words: list[str]) -> None:
    assert found(run, *words) == [("4.1.3", "chapter")]


def test_a_word_that_is_missing_leaves_nothing(run: Shell) -> None:
    assert hits(run, "derivative", "zebra") == []


def test_accents_of_a_note_make_no_difference(run: Shell) -> None:
    run.ok(["note", "vectors", "-m", "où sont les dérivées ?"])
    for word in ("derivees", "DÉRIVÉES", "de\u0301rive\u0301es", "ou sont"):
        assert found(run, word) == [("6.2", "note")]


@pytest.mark.parametrize("columns", [None, 80, 40])
def test_nothing_found_is_one_line_and_no_failure(run: Shell, columns: int | None) -> None:
    assert screen(run, "search zebra crossing", columns) == "No match for zebra crossing.\n"
    assert answer(run, "search zebra") == {"schema": 1, "hits": []}


def test_hits_stand_in_curriculum_order(run: Shell) -> None:
    for ref in ("vectors", "micrograd", "calculus", "zero-to-hero"):
        run.ok(f"note {ref} -m zebra")
    assert [number for number, _ in found(run, "zebra")] == ["1.1", "4.1", "6.1", "6.2"]


def test_what_stands_in_two_places_is_found_once_by_the_place_it_is_called_by(run: Shell) -> None:
    assert found(run, "building", "spelled", "micrograd") == [("4", "title"), ("4.1", "title")]
    assert [number for number, _ in found(run, "derivative", "multiple")] == ["4.1.4"]


def test_a_hit_can_be_opened_by_what_stands_before_it(run: Shell, browser: Callable[[], list[str]]) -> None:
    (row,) = rows(run.ok("search walkthrough github"))
    assert row[:3] == ["4.1.19", "micrograd/19", "chapter"]
    for ref in row[:2]:
        run.ok(f"open {ref}")
    assert browser() == [f"{MICROGRAD}&t=8206s"] * 2


def test_a_note_on_a_moment_is_called_with_it(run: Shell) -> None:
    run.ok("note 'https://youtu.be/VMj-3S1tku0?t=750' -m zebra")
    (row,) = rows(run.ok("search zebra"))
    assert row == ["4.1", "micrograd@12:30", "note", "zebra"]
    (hit,) = hits(run, "zebra")
    assert (hit["number"], hit["id"], hit["title"][:16]) == ("4.1", "micrograd", "The spelled-out ")


def test_the_note_of_the_curriculum_is_found(run: Shell) -> None:
    (hit,) = hits(run, "basic", "visualization")
    assert (hit["id"], hit["where"]) == ("word-embeddings", "note")
    assert hit["text"] == "This one gives some basic visualization"


def test_notes_on_what_is_no_longer_there_are_found_and_opened(
    run: Shell, browser: Callable[[], list[str]], curriculum: Callable[[str], Path]
) -> None:
    run.ok("note 'https://youtu.be/VMj-3S1tku0?t=750' -m zebra")
    run.ok("note vectors -m zebras")
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(OTHER))
    assert [(hit["number"], hit["id"], hit["where"]) for hit in hits(run, "zebra")] == [
        (None, None, "note")
    ] * 2
    assert hits(run, "building micrograd")[0]["where"] == "title"
    listed = rows(run.ok("search zebra"))
    assert listed == [
        ["-", f"{MICROGRAD}&t=750s", "note", "zebra"],
        ["-", "https://brilliant.org/courses/vectors", "note", "zebras"],
    ]
    for row in listed:
        run.ok(["open", row[1]])
    assert browser() == [row[1] for row in listed]


@pytest.mark.parametrize("words", [[], [""], [" ", "\t"], ["\u0301"]])
def test_a_search_needs_a_word(run: Shell, words: list[str]) -> None:
    result = run(["search", *words])
    assert (result.stdout, result.code, len(result.stderr.splitlines())) == ("", 2, 1)


def test_a_pipe_gets_the_whole_text_in_one_row(run: Shell) -> None:
    text = "word " * 100 + "\nzebra " + "word " * 100
    run.ok(["note", "vectors", "-m", text])
    assert rows(run.ok("search zebra")) == [["6.2", "vectors", "note", " ".join(text.split())]]


@pytest.mark.parametrize("columns", [80, 40])
def test_a_terminal_shows_the_text_around_the_hit(run: Shell, columns: int) -> None:
    for text in (
        "word " * 100 + "a zebra " + "word " * 100,
        "word " * 100 + "a zebra",
        "zebra " + "word " * 100,
    ):
        run.ok(["note", "vectors", "-m", text])
    lines = screen(run, "search zebra", columns).splitlines()
    assert sum("zebra" in line for line in lines) == 3
    assert max(cell_len(line) for line in lines) <= columns
    shown = [line.partition(" note ")[2].strip() or line.strip() for line in lines if "zebra" in line]
    assert [text.startswith("…word") for text in shown] == [True, True, False]
    assert [text.endswith("…") for text in shown] == [True, False, True]


def test_searching_writes_nothing(run: Shell) -> None:
    run.ok("search gradient")
    assert not run.state.exists()
