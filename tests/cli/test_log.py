"""`llmpath log`: this machine's last commands, and what other machines marked."""

import json
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from cli.answers import ESCAPES, screen
from shell import Shell

FIELDS = ["at", "on", "device", "command", "number", "id", "title", "status", "undone"]


def entries(run: Shell, line: str = "log --json") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run.ok(line))["entries"]
    return found


def test_nothing_recorded_is_no_failure(run: Shell) -> None:
    assert run.ok("log") == "Nothing was recorded yet.\n"
    assert json.loads(run.ok("log --json")) == {"schema": 1, "entries": []}


def test_commands_stand_newest_first_with_what_they_said(run: Shell) -> None:
    run.ok("mark done calculus")
    run.ok("skip vectors")
    newest, oldest = entries(run)
    assert list(newest) == FIELDS
    assert (newest["command"], newest["id"], newest["status"]) == ("skip vectors", "vectors", "skipped")
    assert (oldest["command"], oldest["number"], oldest["on"]) == ("mark done calculus", "6.1", "2026-11-24")
    assert newest["at"] > oldest["at"]
    assert not newest["undone"]


def test_a_command_taken_back_says_so(run: Shell) -> None:
    run.ok("mark done calculus")
    run.ok("undo")
    assert [entry["undone"] for entry in entries(run)] == [True]
    assert run.ok("log").rstrip().endswith("mark done calculus (taken back)")
    run.ok("redo")
    assert [entry["undone"] for entry in entries(run)] == [False]


def test_an_opening_has_no_status(run: Shell) -> None:
    run("open calculus")
    assert [(entry["command"], entry["status"]) for entry in entries(run)] == [("open calculus", None)]


def test_a_container_has_an_entry_for_each_thing_in_it(run: Shell) -> None:
    run.ok("mark done embeddings")
    assert {entry["id"] for entry in entries(run)} == {"word-embeddings", "transformers"}


def test_marks_of_another_machine_stand_among_them(run: Shell, tmp_path: Path) -> None:
    other = Shell(tmp_path / "other", run.clock)
    run.ok("mark done calculus")
    other.ok("mark done vectors")
    run.ok("mark done tensors")
    theirs = (other.state / "progress.toml").read_bytes()
    (run.state / "progress 2.toml").write_bytes(theirs)
    found = entries(run)
    assert [entry["id"] for entry in found] == ["tensors", "vectors", "calculus"]
    assert len({entry["device"] for entry in found}) == 2
    assert found[1]["device"].encode() in theirs
    assert f"mark done (on {found[1]['device']})" in run.ok("log")


def test_count_is_how_many_entries(run: Shell) -> None:
    for ref in ("calculus", "vectors", "tensors"):
        run.ok(f"mark done {ref}")
    assert [entry["id"] for entry in entries(run, "log -n 2 --json")] == ["tensors", "vectors"]
    assert run("log -n 0").code == 2


@pytest.mark.parametrize("columns", [40, 60, 80, 100])
def test_a_terminal_gets_it_at_its_width_with_what_was_taken_back(
    run: Shell, tmp_path: Path, columns: int
) -> None:
    other = Shell(tmp_path / "other", run.clock)
    other.ok("mark done zero-to-hero/4 --on 2025-12-31")
    run.ok(["note", "zero-to-hero/3", "-m", "の勾配 " * 40])
    run.ok("mark done micrograd/1 micrograd/2 micrograd/3 micrograd/4 micrograd/5 --on yesterday")
    run.ok("undo")
    (run.state / "progress 2.toml").write_bytes((other.state / "progress.toml").read_bytes())
    rows = ESCAPES.sub("", run.ok("log", columns=columns)).splitlines()
    assert [row for row in rows if cell_len(row) > columns] == []
    text = " ".join(" ".join(rows).split())
    assert text.count("(taken back)") == 1
    assert text.count("(on ") == 1


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        (40, "24 Nov  6.1  mark done calculus\n"),
        (54, "24 Nov  6.1  Calculus in a Nuts…  mark done calculus\n"),
        (80, "24 Nov  6.1 calculus  Calculus in a Nutshell  mark done calculus\n"),
    ],
)
def test_where_there_is_little_room_the_id_goes_and_then_the_title(
    run: Shell, columns: int, told: str
) -> None:
    run.ok("mark done calculus")
    assert screen(run, "log", columns) == told


def test_things_of_one_command_stand_in_the_order_of_the_curriculum(run: Shell) -> None:
    run.ok("done 1.1")
    numbers = [entry["number"] for entry in json.loads(run.ok("log --json"))["entries"]]
    assert numbers == ["4.1", *(f"1.1.{part}" for part in range(10, 1, -1))]


def test_a_long_command_is_kept_by_its_beginning(run: Shell) -> None:
    run.ok(["note", "vectors", "-m", "word " * 100])
    (entry,) = json.loads(run.ok("log --json"))["entries"]
    assert (len(entry["command"]), entry["command"][-3:]) == (200, "...")
    assert entry["command"].startswith("note vectors -m 'word word")
