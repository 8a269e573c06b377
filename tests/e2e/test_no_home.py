"""Without a usable HOME: what reads works with no progress, what records says that it cannot."""

import json
from collections.abc import Callable

import pytest

from e2e.program import Program, one_line

HOMES = {"absent": None, "relative": "."}


@pytest.fixture(params=HOMES)
def homeless(program: Program, request: pytest.FixtureRequest) -> Program:
    """The program in a folder that was its home when micrograd was marked done."""
    program.ok("mark done micrograd")
    program.environ["HOME"] = HOMES[request.param]
    return program


def test_what_reads_works_with_no_progress(homeless: Program) -> None:
    totals = json.loads(homeless.ok("list --json"))["totals"]
    assert (totals["resources"], totals["done"]) == (20, 0)
    assert homeless.ok("next --json") != ""


def test_what_records_says_that_it_cannot_and_open_opens(
    homeless: Program, opened: Callable[[], list[str]]
) -> None:
    before = sorted(homeless.home.rglob("*"))
    for line in ("mark done vectors", "undo"):
        answer = homeless(line)
        assert (answer.stdout, answer.code) == ("", 1)
        assert "HOME" in one_line(answer)
    answer = homeless("open vectors")
    assert answer.code == 1
    assert "https://brilliant.org/courses/vectors/" in answer.stdout
    assert one_line(answer).startswith("not recorded: ")
    assert opened() == ["https://brilliant.org/courses/vectors/"]
    assert sorted(homeless.home.rglob("*")) == before


@pytest.mark.parametrize(
    ("variable", "place"), [("XDG_STATE_HOME", "told/llmpath"), ("LLMPATH_STATE_DIR", "told")]
)
def test_a_place_that_is_told_needs_no_home(program: Program, variable: str, place: str) -> None:
    program.environ.update({"HOME": None, variable: str(program.home / "told")})
    assert "done: 6.2 vectors, Vectors" in program.ok("mark done vectors")
    assert "brilliant.org/courses/vectors" in (program.home / place / "progress.toml").read_text("utf-8")
    assert program.ok("list --status done --ids") == "vectors\n"
