import pytest

from cli.answers import answer, status
from shell import Shell


def after(run: Shell, line: str) -> str:
    """Run a command that writes, and return what the list says then."""
    assert "already" not in run.ok(line)
    return run.ok("list --json")


def test_undo_again_goes_further_back(path: Shell) -> None:
    lines = ("mark done setup", "mark done talk/1", "skip lessons/1", "open lessons")
    states = [path.ok("list --json"), *(after(path, line) for line in lines)]
    for before in states[-2::-1]:
        path.ok("undo")
        assert path.ok("list --json") == before
    for later in states[1:]:
        path.ok("redo")
        assert path.ok("list --json") == later


@pytest.mark.parametrize(
    "lines",
    [
        ["mark done setup", "mark skipped setup"],
        ["mark done setup", "mark skipped setup", "mark todo setup"],
        ["open talk", "open talk"],
        ["open talk", "mark done talk"],
        ["mark done talk", "mark skipped talk"],
        ["mark done talk/1", "mark done talk"],
        ["mark doing talk", "mark todo talk"],
        ["mark done talk", "mark todo talk/2", "skip talk/2"],
        ["mark done lessons", "mark todo start"],
        ["mark done lessons --on yesterday", "mark done lessons --known"],
        ["mark done talk --on yesterday", "mark done talk --on today"],
    ],
    ids=", ".join,
)
def test_commands_on_one_thing_are_taken_back_one_after_the_other(path: Shell, lines: list[str]) -> None:
    states = [path.ok("list --json"), *(after(path, line) for line in lines)]
    for before in states[-2::-1]:
        undone = answer(path, "undo")["commands"]
        assert [command["left_alone"] for command in undone] == [[]]
        assert path.ok("list --json") == before
    for later in states[1:]:
        path.ok("redo")
        assert path.ok("list --json") == later


def test_redo_ends_at_a_new_command(path: Shell) -> None:
    path.ok("mark done setup")
    path.ok("undo")
    path.ok("mark done talk")
    assert answer(path, "redo") == {"schema": 1, "commands": []}
    assert path.ok("redo") == "Nothing to bring back.\n"
    assert (status(path, "setup"), status(path, "talk")) == ("todo", "done")


def test_reading_commands_are_no_new_commands(path: Shell) -> None:
    path.ok("mark done setup")
    path.ok("undo")
    for line in ("list", "show talk", "next", "progress", "", "open talk --print", "paths"):
        path.ok(line)
    path.ok("redo")
    assert status(path, "setup") == "done"
