"""The conventions of failing: exit codes, the word that was wrong, the one that was meant, no traceback."""

from pathlib import Path

import pytest

from e2e.program import Program, one_line

MICROGRAD = "https://www.youtube.com/watch?v=VMj-3S1tku0"
BAD_TOKENS = {
    "frobnicate": "frobnicate",
    "list --colour": "--colour",
    "mark ready micrograd": "ready",
    "mark done micrograd --on someday": "someday",
    "next film": "film",
    "next -n many": "many",
    "next --for ever": "ever",
    "show nothing-like-it": "nothing-like-it",
    "list -c nowhere.toml": "nowhere.toml",
    "curriculum use nowhere": "nowhere",
    "config colour": "colour",
    "undo none": "none",
    "add nowhere.example": "nowhere.example",
}


@pytest.mark.parametrize("line", ["list", "mark done micrograd", "undo", "search nothing-like-it"])
def test_exit_code_0_what_worked_or_had_nothing_to_do(program: Program, line: str) -> None:
    assert program(line).code == 0


def test_exit_code_1_what_could_not_be_done(program: Program) -> None:
    (program.home / "empty.toml").write_text("")
    assert program("curriculum check empty.toml").code == 1
    assert program("mark done micrograd", HOME=None).code == 1
    failed = program("open micrograd", BROWSER="false")
    assert (failed.code, failed.stdout) == (1, f"{MICROGRAD}\n")


@pytest.mark.parametrize(("line", "token"), BAD_TOKENS.items())
def test_exit_code_2_a_usage_error_on_stderr_names_the_bad_token(
    program: Program, line: str, token: str
) -> None:
    answer = program(line)
    assert (answer.stdout, answer.code) == ("", 2)
    assert token in one_line(answer)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("lst", "list"),
        ("progess", "progress"),
        ("mark done microgard", "micrograd"),
        ("show vectrs", "vectors"),
    ],
)
def test_did_you_mean_for_commands_and_refs(program: Program, line: str, meant: str) -> None:
    assert meant in one_line(program(line))


def test_no_traceback_ever(program: Program) -> None:
    rubbish = b"\x00\xff[[not toml" * 100
    program.ok("config speed 2")
    program.ok("mark done vectors")
    places = [Path(line.split(maxsplit=1)[1]) for line in program.ok("paths").splitlines()]
    for place in {path for folder in places if folder.is_dir() for path in folder.rglob("*")} | {*places}:
        if place.is_file():
            place.write_bytes(rubbish)
    (program.home / "mine.toml").write_bytes(rubbish)
    lines = ["", "list", "next --short", "progress", "log", "doctor", "doctor --fix", "undo", "config"]
    lines += ["list -c mine.toml", "curriculum check mine.toml", "mark done micrograd", "show microgard"]
    for line in [*lines, b"\xff".decode("latin-1"), "mark done " + "x" * 5000, "search ("]:
        answer = program(line)  # which refuses one itself
        assert answer.code in {0, 1, 2}, line
