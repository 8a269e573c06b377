from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from cli.answers import answer, rows, screen
from shell import Shell

KINDS = ["video", "playlist", "course", "article", "book", "paper", "repo", "tool", "task", "link"]


def begin(run: Shell) -> None:
    """Leave some things done, one half seen and one skipped."""
    run.ok("mark done word-embeddings")
    run.ok("mark done 4.1.1 4.1.2 4.1.3")
    run.ok("mark skipped 4.1.4 perceptron")


@pytest.mark.parametrize("columns", [80, 40, None])
def test_whole_screen(run: Shell, columns: int | None, snapshot: SnapshotAssertion) -> None:
    begin(run)
    assert screen(run, "list", columns) == snapshot


def test_a_pipe_gets_a_row_for_each_section_and_resource(run: Shell) -> None:
    listed = rows(run.ok("list"))
    assert [row[0] for row in listed if row[2] == "section"] == [str(number) for number in range(1, 9)]
    assert len(listed) == 8 + 20
    assert listed[4] == ["2.2", "todo", "video", "27 m", "transformers",
                         "Transformers, the tech behind LLMs | Deep Learning Chapter 5"]  # fmt: skip


def test_a_figure_with_an_estimate_in_it_has_a_tilde_and_an_unknown_length_a_dash(run: Shell) -> None:
    lengths = {row[4]: row[3] for row in rows(run.ok("list"))}
    assert lengths["micrograd"] == "2 h 26 m"
    assert lengths["perceptron"] == "-"
    assert lengths["first-principles"].startswith("~")


def test_status_is_shown_on_each_row(run: Shell) -> None:
    begin(run)
    found = {row[4]: row[1] for row in rows(run.ok("list"))}
    assert (found["embeddings"], found["word-embeddings"], found["transformers"]) == ("doing", "done", "todo")
    assert (found["micrograd"], found["zero-to-hero"], found["perceptron"]) == ("doing", "doing", "skipped")


def test_parts_adds_the_parts_and_chapters(run: Shell) -> None:
    numbers = [row[0] for row in rows(run.ok("list karpathy --parts"))]
    assert numbers[:4] == ["1", "1.1", "1.1.1", "1.1.1.1"]
    assert numbers[-1] == "1.1.10"
    assert len(numbers) == 1 + 1 + 10 + 22


def test_ids_prints_the_ids_of_resources_and_nothing_else(run: Shell) -> None:
    ids = run.ok("list --ids").splitlines()
    assert ids[:4] == ["zero-to-hero", "word-embeddings", "transformers", "attention-step-by-step"]
    assert len(ids) == 20
    assert run.ok("list --ids", columns=40).splitlines() == ids


def test_ids_of_parts(run: Shell) -> None:
    ids = run.ok("list calculus micrograd --ids --parts").splitlines()
    assert ids == ["micrograd", *(f"micrograd/{number}" for number in range(1, 23)), "calculus"]


def test_a_ref_shows_only_what_it_names(run: Shell) -> None:
    assert [row[0] for row in rows(run.ok("list maths"))] == ["6", "6.1", "6.2", "6.3", "6.4", "6.5"]
    assert [row[0] for row in rows(run.ok("list vectors 3.2"))] == ["3", "3.2", "6", "6.2"]


def test_a_ref_does_not_change_what_is_said_of_its_section(run: Shell) -> None:
    run.ok("mark done vectors")
    whole = answer(run, "list")["sections"][5]
    (section,) = answer(run, "list vectors")["sections"]
    assert [part["id"] for part in section["parts"]] == ["vectors"]
    assert {**section, "parts": []} == {**whole, "parts": []}


def test_kind_finds_the_videos_of_playlists_too_and_rows_stand_flat(run: Shell) -> None:
    listed = rows(run.ok("list karpathy attention --kind video"))
    assert [row[0] for row in listed] == [*(f"1.1.{number}" for number in range(1, 11)), "3.1", "3.2"]
    assert {row[2] for row in listed} == {"video"}


def test_kind_is_repeatable(run: Shell) -> None:
    ids = run.ok("list --kind course --kind playlist --ids").splitlines()
    assert ids == ["zero-to-hero", "first-principles", "calculus", "vectors", "essence-of-calculus",
                   "essence-of-linear-algebra", "differential-equations", "pytorch"]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_asked_for(run: Shell, kind: str, curriculum: Callable[[str], Path]) -> None:
    resources = "".join(
        f'[[sections.resources]]\nid = "one-{name}"\nkind = "{name}"\ntitle = "A {name}"\n' for name in KINDS
    )
    path = curriculum(f'[[sections]]\nid = "all-kinds"\ntitle = "All kinds"\n{resources}')
    assert run.ok(["list", "-c", str(path), "--kind", kind, "--ids"]) == f"one-{kind}\n"


def test_status_is_repeatable_and_goes_together_with_kind(run: Shell) -> None:
    begin(run)
    wanted = "list --status done --status skipped"
    assert run.ok(f"{wanted} --ids").splitlines() == ["word-embeddings", "perceptron"]
    assert run.ok(f"{wanted} --kind video --status skip --ids").splitlines() == [
        "word-embeddings",
        "perceptron",
    ]
    assert run.ok(f"{wanted} --kind course") == ""
    assert run.ok("list --status doing --kind video --ids").splitlines() == ["zero-to-hero/1", "micrograd"]


def test_filters_do_not_change_totals(run: Shell) -> None:
    begin(run)
    document = answer(run, "list --kind course --status todo")
    assert [part["id"] for section in document["sections"] for part in section["parts"]] == [
        "calculus",
        "vectors",
    ]
    assert document["totals"] == answer(run, "list")["totals"]


def test_nothing_found_is_no_failure(run: Shell) -> None:
    assert run.ok("list --kind task") == ""
    assert answer(run, "list --kind task")["sections"] == []
    assert screen(run, "list --kind task", 80).splitlines()[-1] == "Nothing fits."


def test_a_terminal_shows_how_much_of_a_started_thing_is_done(run: Shell) -> None:
    begin(run)
    lines = screen(run, "list", 80).splitlines()
    (micrograd,) = [line for line in lines if line.startswith("4.1 ")]
    assert micrograd.endswith(" video     10%    2 h 26 m")
    assert "%" not in next(line for line in lines if line.startswith("2.1 "))


def test_a_wide_terminal_has_room_for_ids(run: Shell) -> None:
    assert "attention-step-by-step" in screen(run, "list", 100)
    assert "attention-step-by-step" not in screen(run, "list", 99)


@pytest.mark.parametrize(
    ("refs", "ids"),
    [
        ("micrograd/3..5", ["micrograd/3", "micrograd/4", "micrograd/5"]),
        ("1.1.2..3", ["zero-to-hero/2", "zero-to-hero/3"]),
        ("--status todo --parts micrograd/3..4", ["micrograd/3", "micrograd/4"]),
        ("3", ["attention-step-by-step", "attention-mechanism"]),
    ],
)
def test_ids_of_refs_are_of_nothing_around_them(run: Shell, refs: str, ids: list[str]) -> None:
    assert run.ok(f"list --ids {refs}").split() == ids
