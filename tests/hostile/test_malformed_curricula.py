"""Three hundred malformed curricula: every fault with its place, every command an answer in one line."""

import json

import pytest

from hostile.commands import READING, WRITING
from hostile.learner import Learner
from hostile.mutations import COUNT, malformed
from hostile.sequences import through

NO_CURRICULUM = ("curriculum", "config", "paths", "doctor")
LINES = [line for line in (*READING, *WRITING) if not line.startswith(NO_CURRICULUM)]
"""What needs a curriculum; one of them is asked of each, in turn."""
AT_ONCE = 30


@pytest.mark.parametrize("first", range(0, COUNT, AT_ONCE))
def test_every_fault_has_its_place_and_every_command_its_answer(learner: Learner, first: int) -> None:
    for seed in range(first, first + AT_ONCE):
        learner.file.write_bytes(malformed(seed))
        check = learner("curriculum check FILE", "json")
        assert (check.code, check.stderr) in {(0, ""), (1, "")}, seed
        errors = json.loads(check.stdout)["errors"]
        assert bool(errors) == bool(check.code), seed
        for error in errors:
            assert error["path"] or error["line"], (seed, error)
            assert error["message"], (seed, error)
            assert error["hint"], (seed, error)
        other = learner(LINES[seed % len(LINES)])
        assert through(other.stdout + other.stderr) == "", seed
        assert other.stderr.count("\n") == (other.code != 0), (seed, other)
        assert (other.stdout, other.code) == ("", 2) if errors else other.code in {0, 1, 2}, (seed, other)


def test_most_of_them_are_refused_and_some_are_harmless(learner: Learner) -> None:
    codes = []
    for seed in range(0, COUNT, 11):
        learner.file.write_bytes(malformed(seed))
        codes.append(learner("curriculum check FILE").code)
    assert set(codes) == {0, 1}
    assert sum(codes) > len(codes) / 2


@pytest.mark.parametrize(
    "line",
    [
        f"no = {'[' * 20_000}",
        f"no = {'{a=' * 20_000}",
        f"no = {'9' * 5_000}",
        f"a{'.a' * 5_000} = 1",
        "no = ",
    ],
    ids=["arrays", "tables", "digits", "parts of a key", "nothing"],
)
def test_too_much_or_too_little_is_named_at_its_line(learner: Learner, line: str) -> None:
    good = learner.file.read_text().splitlines()
    learner.file.write_text("\n".join([*good[:3], line, *good[3:]]))
    errors = json.loads(learner("curriculum check FILE", "json").stdout)["errors"]
    assert [error["line"] for error in errors] == [4]
    assert "line 4" in learner("list").stderr
