from datetime import UTC, datetime, timedelta

import pytest

from cli.answers import answer, status
from shell import FakeClock, Shell

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
WRITING = [
    "open next course",
    "open talk",
    "open talk/2 lessons",
    "mark done setup",
    "mark doing setup",
    "mark skipped setup",
    "mark doing talk",
    "mark doing talk",
    "mark done talk",
    "mark done talk/2",
    "mark skipped talk/3",
    "mark done lessons",
    "mark skipped lessons",
    "mark doing lessons",
    "mark done start",
    "done setup --on yesterday",
    "done talk --known",
    "skip talk setup",
]
BEGUN = ["open talk", "mark done talk/1", "mark skipped lessons/2", "mark done lessons/1", "done setup"]
ALREADY = {"mark done setup", "mark doing talk"}
CASES = [
    *(([], line) for line in WRITING),
    *((BEGUN, line) for line in WRITING if line not in ALREADY),
    *((BEGUN, line) for line in ("mark todo start", "todo talk/1", "todo lessons talk")),
]


def state(run: Shell) -> tuple[str, str, str]:
    """Return all that commands say of progress."""
    return run.ok("list --json"), run.ok("progress --json"), run.ok("--json")


@pytest.mark.parametrize(("earlier", "line"), CASES)
def test_undo_takes_back_the_last_command_and_redo_brings_it_back(
    path: Shell, earlier: list[str], line: str
) -> None:
    for words in earlier:
        path.ok(words)
    before = path.ok("list --json")
    assert "already" not in path.ok(line)
    changed = path.ok("list --json")
    path.ok("undo")
    assert path.ok("list --json") == before
    path.ok("redo")
    assert path.ok("list --json") == changed


def test_the_week_and_what_is_next_are_as_before_too(path: Shell) -> None:
    before = state(path)
    for line in ("mark done talk --on yesterday", "mark done lessons/1"):
        path.ok(line)
    path.ok("undo 2")
    assert state(path) == before


def test_a_number_takes_back_that_many(path: Shell) -> None:
    before = path.ok("list --json")
    for line in ("mark done setup", "mark done talk/1", "mark done talk"):
        path.ok(line)
    undone = answer(path, "undo 3")["commands"]
    assert [command["command"] for command in undone] == [
        "mark done talk",
        "mark done talk/1",
        "mark done setup",
    ]
    assert path.ok("list --json") == before


def test_more_than_there_are_takes_back_all_there_are(path: Shell) -> None:
    path.ok("mark done setup")
    path.ok("mark done talk")
    assert len(answer(path, "undo 9")["commands"]) == 2
    assert (status(path, "setup"), status(path, "talk")) == ("todo", "todo")


def test_nothing_to_take_back_or_bring_back_is_no_failure(path: Shell) -> None:
    assert path.ok("undo") == "Nothing to take back.\n"
    assert path.ok("redo") == "Nothing to bring back.\n"
    assert answer(path, "undo 5") == {"schema": 1, "commands": []}


def test_what_wrote_nothing_is_no_command(path: Shell) -> None:
    path.ok("mark done setup")
    path.ok("mark done setup")
    path("mark done nothing-like-it")
    path.ok("undo")
    assert status(path, "setup") == "todo"
    assert path.ok("undo") == "Nothing to take back.\n"


def test_it_says_what_it_took_back_and_how_to_turn_around(path: Shell) -> None:
    path.ok("mark done setup")
    (undone,) = path.ok("undo").splitlines()
    assert undone.startswith("undone: mark done setup: 1.1 setup, Set it up is todo; ")
    assert "llmpath redo" in undone
    (redone,) = path.ok("redo").splitlines()
    assert redone.startswith("redone: mark done setup: 1.1 setup, Set it up is done; ")
    assert "llmpath undo" in redone


def test_the_document_names_the_command_when_it_ran_and_what_changed(path: Shell) -> None:
    path.ok(["mark", "done", "setup", "--on", "yesterday"])
    (command,) = answer(path, "undo")["commands"]
    assert datetime.fromisoformat(command.pop("at")).replace(second=0) == NOON
    assert command == {
        "command": "mark done setup --on yesterday",
        "changed": [
            {"number": "1.1", "id": "setup", "key": "mine#setup", "status": "todo", "also": []},
        ],
        "left_alone": [],
    }


@pytest.mark.parametrize("line", ["undo 0", "undo -- -1", "undo x", "undo 1.5", "undo 1 2", "redo 2"])
def test_a_wrong_number_is_refused(path: Shell, line: str) -> None:
    path.ok("mark done setup")
    result = path(line)
    assert (result.stdout, result.code) == ("", 2)
    assert status(path, "setup") == "done"


def test_the_way_back_stands_behind_the_last_command_that_was_undone(run: Shell) -> None:
    other = Shell(run.home.parent / "other", FakeClock())
    run.ok("mark done vectors")
    run.ok("mark done calculus")
    other.clock.time += timedelta(minutes=5)
    other.ok("mark todo vectors")
    other.ok("mark skipped vectors")
    (run.state / "progress 2.toml").write_bytes((other.state / "progress.toml").read_bytes())
    first, *others = run.ok("undo 2").splitlines()
    assert first.endswith("Calculus in a Nutshell is todo; llmpath redo brings back one at a time")
    assert others == [
        "not undone: mark done vectors",
        "left alone where it was changed later: 6.2 vectors, Vectors",
    ]
