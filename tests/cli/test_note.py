"""`llmpath note`: on things and on moments, from the command line and from a pipe."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cli.answers import answer, rows, screen
from shell import FakeClock, Shell

FIELDS = ["id", "number", "node_id", "key", "moment", "text", "on"]
MICROGRAD = "youtube:VMj-3S1tku0"
MOVED = """
[[sections]]
id = "s"
title = "S"
[[sections.resources]]
id = "moved"
kind = "course"
title = "Moved"
url = "https://example.org/new"
was = ["https://example.org/old"]
"""


def note(run: Shell, *words: str) -> dict[str, Any]:
    """Take a note and return it as JSON has it."""
    (taken,) = json.loads(run.ok(["note", *words, "--json"]))["notes"]
    found: dict[str, Any] = taken
    return found


def notes(run: Shell, line: str = "note --list") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = answer(run, line)["notes"]
    return found


def texts(run: Shell, line: str = "note --list") -> list[str]:
    return [found["text"] for found in notes(run, line)]


def called(run: Shell, before: str, after: str) -> None:
    """Give a note another id by hand, as a person or another machine may have."""
    path = run.state / "progress.toml"
    path.write_text(path.read_text().replace(f'id = "{before}"', f'id = "{after}"'))


def test_a_note_is_on_what_was_opened_last(run: Shell, browser: Callable[[], list[str]]) -> None:
    run.ok("open vectors")
    taken = note(run, "-m", "a list of numbers")
    assert list(taken) == FIELDS
    assert {name: taken[name] for name in FIELDS[1:]} == {
        "number": "6.2",
        "node_id": "vectors",
        "key": "brilliant.org/courses/vectors",
        "moment": None,
        "text": "a list of numbers",
        "on": "2026-11-24",
    }
    assert re.fullmatch("[0-9a-z]{4}", taken["id"])
    assert len(browser()) == 1


def test_a_link_copied_at_the_current_time_is_a_moment(run: Shell) -> None:
    taken = note(run, "https://youtu.be/VMj-3S1tku0?si=abc&t=750", "-m", "the chain rule")
    assert (taken["node_id"], taken["key"], taken["moment"]) == ("micrograd", MICROGRAD, 750)


def test_on_a_chapter_it_is_at_its_beginning_and_belongs_to_the_video(run: Shell) -> None:
    taken = note(run, "micrograd/3", "-m", "one input")
    assert (taken["number"], taken["node_id"]) == ("4.1.3", "micrograd/3")
    assert (taken["key"], taken["moment"]) == (MICROGRAD, 488)
    assert texts(run, "show micrograd/3") == ["one input"]
    assert texts(run, "show micrograd/4") == []
    assert [(found["number"], found["moment"]) for found in notes(run, "show micrograd")] == [("4.1", 488)]


def test_the_receipt_says_what_was_recorded_and_how_to_take_it_back(run: Shell) -> None:
    (line,) = run.ok("note https://youtu.be/VMj-3S1tku0?t=750 -m text").splitlines()
    assert re.match(r"noted [0-9a-z]{4}: 4\.1 micrograd, The spelled-out intro to neural ", line)
    assert line.endswith(" at 12:30; llmpath undo takes it back")
    (found,) = notes(run)
    assert run.ok(["note", "--edit", found["id"], "-m", "other"]).startswith(
        f"edited {found['id']}: 4.1 micrograd, "
    )
    (line,) = run.ok(f"note --delete {found['id']}").splitlines()
    assert line.startswith(f"deleted {found['id']}: 4.1 micrograd, ")
    assert line.endswith("; llmpath undo takes it back")


def test_show_has_them_with_a_link_to_their_second_wherever_the_video_stands(run: Shell) -> None:
    run.ok("note https://youtu.be/VMj-3S1tku0?t=750 -m 'gradients add up'")
    for place in ("4.1", "1.1.1"):
        (row,) = [row for row in rows(run.ok(f"show {place}")) if row[0] == "note"]
        link = "https://www.youtube.com/watch?v=VMj-3S1tku0&t=750s"
        assert row[2:] == ["12:30", "24 Nov", link, "gradients add up"]
        (found,) = notes(run, f"show {place}")
        assert (list(found), found["number"], found["moment"]) == (FIELDS, place, 750)
    screen = run.ok("show 1.1.1", columns=80)
    assert ";https://www.youtube.com/watch?v=VMj-3S1tku0&t=750s\x1b\\12:30\x1b]8;;" in screen


def test_notes_stand_by_their_moment_those_on_the_whole_first(run: Shell) -> None:
    for ref, text in (("micrograd/4", "c"), ("micrograd/2", "b"), ("micrograd", "a"), ("micrograd", "and")):
        note(run, ref, "-m", text)
    assert texts(run, "show micrograd") == ["a", "and", "b", "c"]


def test_list_has_all_in_curriculum_order_or_those_on_a_ref_and_in_it(run: Shell) -> None:
    for ref, text in (("vectors", "v"), ("micrograd/3", "m"), ("calculus", "c"), ("zero-to-hero", "z")):
        note(run, ref, "-m", text)
    assert texts(run) == ["z", "m", "c", "v"]
    assert texts(run, "note maths --list") == ["c", "v"]
    assert texts(run, "note --list vectors calculus") == ["v", "c"]
    assert texts(run, "note 4.1.3 --list") == ["m"]
    assert texts(run, "note 4.1.4 --list") == []
    inside = notes(run, "note --list zero-to-hero")
    assert [(found["number"], found["text"]) for found in inside] == [("1.1", "z"), ("1.1.1", "m")]
    assert [found["number"] for found in notes(run)] == ["1.1", "4.1", "6.1", "6.2"]


def test_a_pipe_gets_a_row_for_each_note(run: Shell) -> None:
    first = note(run, "calculus", "-m", "two\nlines")["id"]
    second = note(run, "micrograd/3", "-m", "m")["id"]
    assert rows(run.ok("note --list")) == [
        [second, "4.1", "micrograd", "8:08", "24 Nov", "m"],
        [first, "6.1", "calculus", "-", "24 Nov", "two lines"],
    ]
    assert run.ok("note tensors --list") == "There are no notes.\n"


@pytest.mark.parametrize("columns", [80, 40])
def test_a_terminal_keeps_the_lines_of_a_note(run: Shell, columns: int) -> None:
    note(run, "calculus", "-m", "one\n\ntwo [bold]and[/] three")
    lines = screen(run, "note --list", columns).splitlines()
    assert lines[0].startswith("6.1 calculus  Calculus in a Nutshell")
    assert [line.strip() for line in lines[-2:]] == ["", "two [bold]and[/] three"]
    assert lines[1].endswith("  one")


def test_a_note_is_edited_and_keeps_its_id_moment_and_day(run: Shell, clock: FakeClock) -> None:
    before = note(run, "micrograd/3", "-m", "one input")
    clock.time = clock.time.replace(day=26)
    (after,) = json.loads(run.ok(["note", "--edit", before["id"], "-m", "one input, h → 0", "--json"]))[
        "notes"
    ]
    assert after == before | {"number": "4.1", "node_id": "micrograd", "text": "one input, h → 0"}
    assert notes(run) == [after]


def test_a_deleted_note_is_seen_nowhere_and_an_edit_brings_it_back(run: Shell) -> None:
    gone = note(run, "vectors", "-m", "a zebra list")["id"]
    note(run, "vectors", "-m", "an arrow")
    assert [hit["number"] for hit in answer(run, "search zebra")["hits"]] == ["6.2"]
    (deleted,) = answer(run, f"note --delete {gone}")["notes"]
    assert (deleted["id"], deleted["text"]) == (gone, "a zebra list")
    assert texts(run) == texts(run, "show vectors") == ["an arrow"]
    assert answer(run, "search zebra")["hits"] == []
    run.ok(["note", "--edit", gone, "-m", "a zebra list"])
    assert texts(run) == ["an arrow", "a zebra list"]


def test_what_is_deleted_already_is_left_so(run: Shell) -> None:
    gone = note(run, "vectors", "-m", "a list")["id"]
    run.ok(f"note --delete {gone}")
    before = (run.state / "progress.toml").read_bytes()
    assert run.ok(f"note --delete {gone}") == f"already deleted {gone}: 6.2 vectors, Vectors\n"
    assert (run.state / "progress.toml").read_bytes() == before


def test_the_beginning_of_an_id_will_do(run: Shell) -> None:
    for text, id_ in (("a", "abcd"), ("b", "abxy"), ("c", "k3f9")):
        called(run, note(run, "vectors", "-m", text)["id"], id_)
    run.ok("note --delete k")
    assert texts(run) == ["a", "b"]
    for line in ("note --delete ab", "note --edit ab -m text"):
        result = run(line)
        assert (result.code, result.stdout) == (2, "")
        assert result.stderr.startswith('llmpath: "ab" could be abcd on vectors, abxy on vectors')
    run.ok("note --delete abcd")
    run.ok("note --delete ab")
    assert texts(run) == []


def test_an_exact_id_wins_over_the_beginning_of_another(run: Shell) -> None:
    for text, id_ in (("a", "a"), ("ab", "ab")):
        called(run, note(run, "vectors", "-m", text)["id"], id_)
    run.ok("note --delete a")
    assert texts(run) == ["ab"]


def test_one_id_on_two_things_is_told_apart_by_the_thing(run: Shell) -> None:
    for ref in ("vectors", "calculus"):
        called(run, note(run, ref, "-m", ref)["id"], "same")
    assert run("note --delete same").code == 2
    run.ok("note calculus --delete same")
    assert texts(run) == ["vectors"]


@pytest.mark.parametrize("typed", ["zzzzz", "", " ", "4.1", "*"])
@pytest.mark.parametrize("option", ["--edit", "--delete"])
def test_an_unknown_id_is_a_wrong_command_line(run: Shell, option: str, typed: str) -> None:
    note(run, "vectors", "-m", "a list")
    result = run(["note", option, typed, *(["-m", "text"] if option == "--edit" else [])])
    assert (result.stdout, result.code) == ("", 2)
    assert (
        result.stderr
        == f'llmpath: no note is called "{typed}". To see them: llmpath note --list\n'.replace('"  "', '" "')
    )
    assert texts(run) == ["a list"]


@pytest.mark.parametrize(
    "line",
    [
        "note -m text",
        "note maths -m text",
        "note vectors calculus -m text",
        "note microgard -m text",
        "note vectors -m text --list",
        "note --delete k3f9 -m text",
        "note --edit k3f9 --delete k3f9",
        "note --list --edit k3f9",
    ],
)
def test_a_wrong_command_line_notes_nothing(run: Shell, line: str) -> None:
    result = run(line)
    assert (result.stdout, result.code, len(result.stderr.splitlines())) == ("", 2, 1)
    assert not run.state.exists()


@pytest.mark.parametrize("text", ["", " ", "\n\t\n"])
def test_no_text_is_no_note(run: Shell, text: str) -> None:
    result = run(["note", "vectors", "-m", text])
    assert (result.stdout, result.code) == ("", 1)
    assert result.stderr.startswith("llmpath: nothing was noted")
    assert not run.state.exists()


def test_the_text_it_has_already_is_no_change(run: Shell) -> None:
    id_ = note(run, "vectors", "-m", "a list")["id"]
    before = (run.state / "progress.toml").read_bytes()
    said = run.ok(["note", "--edit", id_, "-m", " a list\r\n"])
    assert said == f"unchanged {id_}: 6.2 vectors, Vectors\n"
    assert (run.state / "progress.toml").read_bytes() == before


def test_a_note_from_a_pipe(run: Shell, piped: Callable[[bytes], None]) -> None:
    piped("\ufeffséries\r\n\r\n  de Taylor\n\n".encode())
    run.ok("note calculus")
    assert texts(run) == ["séries\n\n  de Taylor"]
    piped(b"# a heading\n")
    run.ok(f"note --edit {notes(run)[0]['id']}")
    assert texts(run) == ["# a heading"]


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"", "nothing was noted"), (b"\xff\xfe", "UTF-8"), (b"a\xe9", "UTF-8"), (b" \n", "nothing")],
)
def test_a_pipe_without_a_text_is_refused(
    run: Shell, piped: Callable[[bytes], None], content: bytes, why: str
) -> None:
    piped(content)
    result = run("note vectors")
    assert (result.stdout, result.code, len(result.stderr.splitlines())) == ("", 1, 1)
    assert why in result.stderr
    assert not run.state.exists()


@pytest.mark.parametrize("source", ["-m", "pipe"])
def test_a_note_has_at_most_64_kb(run: Shell, piped: Callable[[bytes], None], source: str) -> None:
    def noted(text: str) -> int:
        piped(text.encode())
        result = run(["note", "vectors", *(["-m", text] if source == "-m" else [])])
        assert result.code == 0 or "at most 64 kB" in result.stderr
        return result.code

    assert noted("a" * (64 * 1024)) == 0
    before = (run.state / "progress.toml").read_bytes()
    assert noted("a" * (64 * 1024 + 1)) == 1
    assert noted("é" * (64 * 1024 - 1)) == 1
    assert noted("a" * 1_000_000) == 1
    assert (run.state / "progress.toml").read_bytes() == before
    run.ok("undo")
    run.ok("redo")
    assert texts(run) == ["a" * 64 * 1024]


def test_a_thing_that_the_curriculum_no_longer_has(run: Shell, curriculum: Callable[[str], Path]) -> None:
    run.ok("mark done micrograd")
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(MOVED))
    taken = note(run, f"{MICROGRAD}", "-m", "text")
    assert (taken["number"], taken["node_id"], taken["key"]) == (None, None, MICROGRAD)
    assert notes(run) == [taken]
    assert rows(run.ok("note --list"))[0][1:4] == ["-", MICROGRAD, "-"]
    run.ok(f"note --delete {taken['id']}")
    assert notes(run) == []


def test_notes_of_a_former_link_are_read_edited_and_deleted(
    run: Shell, curriculum: Callable[[str], Path]
) -> None:
    before = MOVED.replace("new", "old").replace('was = ["https://example.org/old"]\n', "")
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(before))
    ids = [note(run, "moved", "-m", text)["id"] for text in ("a", "b")]
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(MOVED))
    assert texts(run) == texts(run, "show moved") == ["a", "b"]
    run.ok(["note", "--edit", ids[0], "-m", "A"])
    run.ok(f"note --delete {ids[1]}")
    assert texts(run) == ["A"]
    run.ok("undo 2")
    assert sorted(texts(run, "show moved")) == ["a", "b"]


def test_a_note_is_no_progress(run: Shell) -> None:
    before = run.ok("list --json")
    note(run, "micrograd/3", "-m", "one input")
    assert run.ok("list --json") == before


LOOKS_LIKE_A_LONG_KEY = f"PTR record: [{'.'.join('0123456789abcdef' * 3)}], {{a.{'.'.join('b' * 40)} = 1}}"


@pytest.mark.parametrize("cache", ["", "1"])
def test_a_text_that_looks_like_a_key_of_many_parts_is_kept_and_taken_back(run: Shell, cache: str) -> None:
    run.environ["LLMPATH_NO_CACHE"] = cache
    run.ok("mark done vectors")
    run.ok(["note", "micrograd", "-m", LOOKS_LIKE_A_LONG_KEY])
    assert LOOKS_LIKE_A_LONG_KEY in run.ok("note --list")
    run.ok("doctor")
    assert run.ok("undo").startswith("undone: note micrograd")
    assert run.ok("list --status done --ids") == "vectors\n"
