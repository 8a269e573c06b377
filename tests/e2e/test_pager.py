"""The pager: only if it is set, on a terminal, for what is longer than the screen."""

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from e2e.program import Program
from e2e.screen import visible
from e2e.terminal import on_terminal

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty:DeprecationWarning")  # the child only runs llmpath

Paged = Callable[[], str]


@pytest.fixture
def paged(program: Program, tmp_path: Path) -> Paged:
    """PAGER writes down what it gets, below what LESS says; returns that, empty if it was not run."""
    log, script = tmp_path / "paged", tmp_path / "my pager"
    script.write_text(f'#!/bin/sh\n{{ echo "$LESS"; cat; }} > {shlex.quote(str(log))}\n')
    script.chmod(0o755)
    program.environ["PAGER"] = shlex.quote(str(script))
    return lambda: log.read_text("utf-8") if log.exists() else ""


def test_what_is_longer_than_the_screen_goes_through_it_in_colour(program: Program, paged: Paged) -> None:
    whole = on_terminal(program, "list", PAGER="")
    assert on_terminal(program, "list") == ""
    assert visible(paged()) == visible(f"FRX\n{whole}")
    assert "\x1b[" in paged()


def test_what_fits_the_screen_does_not(program: Program, paged: Paged) -> None:
    assert "micrograd" in on_terminal(program, "next")
    assert "4.1" in on_terminal(program, "list", rows=60)
    assert paged() == ""


def test_a_pipe_has_none(program: Program, paged: Paged) -> None:
    assert "micrograd" in program.ok("list --parts")
    assert paged() == ""


def test_llmpath_pager_goes_over_it_and_an_empty_one_switches_it_off(program: Program, paged: Paged) -> None:
    assert "4.1" in on_terminal(program, "list", LLMPATH_PAGER="")
    assert on_terminal(program, "list", LLMPATH_PAGER="echo other") == "other\n"
    assert paged() == ""


def test_what_less_is_told_already_stays(program: Program, paged: Paged) -> None:
    on_terminal(program, "list", LESS="-S")
    assert paged().startswith("-S\n")


def test_one_that_quits_early_is_no_error(program: Program) -> None:
    assert on_terminal(program, "list --json", PAGER="head -n 1") == "{\n"


@pytest.mark.parametrize("pager", ["false", "/nowhere/pager", "'unbalanced"])
def test_one_that_fails_loses_nothing(program: Program, pager: str) -> None:
    whole = on_terminal(program, "list")
    assert visible(on_terminal(program, "list", PAGER=pager)) == visible(whole)
