"""Ranges, `..REF` and refs from standard input: several things named at once."""

import io
import json
import sys

import pytest

from cli.answers import answer
from shell import Shell


def done(run: Shell) -> list[str]:
    return run.ok("list --ids --parts --status done micrograd").split()


@pytest.mark.parametrize(
    ("ref", "first", "last"),
    [
        ("4.1.3..7", 3, 7),
        ("micrograd/3..7", 3, 7),
        ("micrograd/3..micrograd/7", 3, 7),
        ("4.1.3..micrograd/7", 3, 7),
        ("micro/3..4.1.7", 3, 7),
        ("micrograd/..9", 1, 9),
        ("micrograd/21..22", 21, 22),
        ("4.1.5..5", 5, 5),
    ],
)
def test_a_range_names_neighbours_both_ends_included(run: Shell, ref: str, first: int, last: int) -> None:
    run.ok(f"mark done {ref}")
    assert done(run) == [f"micrograd/{number}" for number in range(first, last + 1)]


def test_sections_and_resources_are_neighbours_too(run: Shell) -> None:
    changed = answer(run, "mark skipped 2..3 6.1..3")["changed"]
    assert [entry["number"] for entry in changed] == ["2", "3", "6.1", "6.2", "6.3"]


def test_up_to_names_everything_before_across_sections(run: Shell) -> None:
    said = answer(run, "mark done ..5.2")
    named = [entry["number"] for entry in said["changed"] + said["unchanged"]]
    assert sorted(named) == ["1", "2", "3", "4", "5.1", "5.2"]
    assert run.ok("list --ids --status todo").split()[0] == run.ok("list --ids 5.3").split()[0]


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("4.1.7..3", "4.1.7 micrograd/7 comes after 4.1.3 micrograd/3. Write micrograd/3..micrograd/7."),
        ("4.1.3..40", "nothing is numbered 4.1.40. Try 4.1.1 to 4.1.22."),
        ("4.1.3..5.2", "do not stand in the same thing. All up to one of them is ..5.2."),
        ("micrograd/3..", '"micrograd/3.." has no end. Write micrograd/3..22.'),
        ("tensors/..3", "6.3 tensors has nothing in it. Name it without a range."),
        ("4.1.1..2..3", '"2..3" is not the end of a range'),
        ("micrograd@5..9", '"micrograd@5" is not the end of a range'),
        ("..", "has no end"),
        ("..nowhere", 'nothing is called "nowhere"'),
        ("9..10", "nothing is numbered 9"),
    ],
)
@pytest.mark.parametrize("verb", ["mark done", "open", "show", "list"])
def test_a_wrong_range_is_refused_whole(run: Shell, verb: str, ref: str, said: str) -> None:
    refused = run(f"{verb} tensors {ref}" if verb != "show" else f"show {ref}")
    assert (refused.code, refused.stdout, refused.stderr.count("\n")) == (2, "", 1)
    assert said in refused.stderr
    assert not run.state.exists()


def test_the_receipt_of_a_range_says_what_moved(run: Shell) -> None:
    receipt, moved = run.ok("mark done micrograd/..9").splitlines()
    assert receipt == "done: 9 things, 4.1.1 to 4.1.9; llmpath undo takes it back"
    assert moved == "micrograd: 9 of 22 chapters done, 1 h 8 m left"
    run.ok("undo")
    assert done(run) == []


def with_input(
    run: Shell, line: str, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> tuple[str, str, int]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), "utf-8"))
    return run(line)


def test_refs_come_from_standard_input_one_a_line(run: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = run.ok("list --ids attention")
    result = with_input(run, "mark skipped -", listed.encode(), monkeypatch)
    assert result[2] == 0
    assert run.ok("list --ids --status skipped") == listed


@pytest.mark.parametrize("content", [b"", b"\n  \n"])
def test_no_refs_from_standard_input_is_nothing_to_do_and_never_the_default(
    run: Shell, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    result = with_input(run, "mark done -", content, monkeypatch)
    assert result == ("No refs came from standard input: nothing to do.\n", "", 0)
    assert not run.state.exists()


@pytest.mark.parametrize(
    ("line", "document"),
    [
        ("mark done -", {"schema": 1, "changed": [], "unchanged": []}),
        ("mark done - -", {"schema": 1, "changed": [], "unchanged": []}),
        ("open -", {"schema": 1, "links": [], "recorded": False, "opened": False, "sent": False}),
    ],
)
def test_no_refs_from_standard_input_are_a_document_without_any(
    run: Shell, monkeypatch: pytest.MonkeyPatch, line: str, document: object
) -> None:
    run("open tensors")
    result = with_input(run, f"{line} --json", b"", monkeypatch)
    assert (json.loads(result[0]), result[2]) == (document, 0)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"\xff\xfe", "standard input is not UTF-8"), (b"x\n" * 600_000, "standard input is too long")],
)
def test_what_cannot_be_read_from_standard_input_is_refused(
    run: Shell, monkeypatch: pytest.MonkeyPatch, content: bytes, said: str
) -> None:
    out, err, code = with_input(run, "mark done -", content, monkeypatch)
    assert (out, code) == ("", 2)
    assert said in err


def test_one_bad_line_of_standard_input_and_nothing_is_recorded(
    run: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert with_input(run, "mark done -", b"tensors\nnowhere\n", monkeypatch)[2] == 2
    assert not run.state.exists()
