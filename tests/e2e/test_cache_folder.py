"""A cache folder that an ordinary user cannot write or read, and several commands that fill one at once."""

import os
import stat
from pathlib import Path

import pytest

from e2e.program import Answer, Program
from e2e.test_unwritable import ORDINARY

LINES = ("next --short", "list --json", "progress --json")


def folder_of(program: Program) -> Path:
    return program.home / ".cache/llmpath"


def uncached(program: Program) -> list[Answer]:
    return [program(line, LLMPATH_NO_CACHE="1") for line in LINES]


@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_folder_that_cannot_be_written_or_read_is_no_trouble(program: Program, mode: int) -> None:
    program.ok("mark done micrograd")
    folder = folder_of(program)
    for path in folder.iterdir():
        path.unlink()
    folder.chmod(mode)
    answers = [program(line, by=ORDINARY) for line in LINES]
    folder.chmod(0o700)
    assert answers == uncached(program)
    assert os.listdir(folder) == []


def test_a_home_that_cannot_be_written_has_no_cache(program: Program) -> None:
    program.home.chmod(0o500)
    answers = [program(line, by=ORDINARY) for line in LINES]
    program.home.chmod(0o700)
    assert answers == uncached(program)
    assert os.listdir(program.home) == []


def test_a_file_that_cannot_be_read_is_kept_anew(program: Program) -> None:
    program.ok("mark done micrograd")
    program.ok("next")
    for path in folder_of(program).iterdir():
        path.chmod(0)
    assert [program(line, by=ORDINARY) for line in LINES] == uncached(program)
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder_of(program).iterdir()} == {0o600}


def test_several_commands_fill_the_cache_at_once(program: Program) -> None:
    expected = uncached(program)
    for _ in range(3):
        started = [program.start(line) for line in LINES * 2]
        assert [program.end(process) for process in started] == expected * 2
        assert not [path for path in folder_of(program).iterdir() if path.suffix == ".new"]
