"""On real terminals: colour, links and width, plain lines where they are asked for, and Ctrl-C."""

import fcntl
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from e2e.program import Program, one_line
from e2e.screen import colours, links, visible, width
from e2e.terminal import on_terminal, start

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty:DeprecationWarning")  # the child only runs llmpath

MICROGRAD = "https://www.youtube.com/watch?v=VMj-3S1tku0"
FOREIGN = """
[[sections]]
id = "wide"
title = "深層学習の数学的基礎と実装:微分、連鎖律、誤差逆伝播法、そして最適化"
[[sections.resources]]
id = "wide-video"
kind = "video"
title = "深層学習の数学的基礎と実装:微分、連鎖律、誤差逆伝播法、そして最適化"
url = "https://youtu.be/VMj-3S1tku0"
"""
INTERRUPTING = """
import os, signal, sys

class Interrupting:
    def find_spec(name, path=None, target=None):
        if name == "typer":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupting)
"""
"""Presses Ctrl-C when typer is about to be imported."""


@pytest.fixture
def held(program: Program) -> Iterator[Path]:
    """The lock of the state folder, held by another program."""
    program.state.mkdir(parents=True)
    path = program.state / "progress.lock"
    with path.open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield path


@pytest.mark.parametrize("columns", [80, 40])
def test_a_list_fits_the_terminal_in_colour_with_links(program: Program, columns: int) -> None:
    program.ok("mark done micrograd")
    output = on_terminal(program, "list", columns)
    lines = visible(output).splitlines()
    assert "\x1b" not in "".join(lines)
    assert max(width(line) for line in lines) == columns
    assert [line[:4].rstrip() for line in lines if re.match(r"4(\.| )", line)] == ["4", "4.1"]
    assert colours(output) >= {32, 36}  # green for what is done, cyan for numbers
    assert MICROGRAD in links(output)
    assert all(link.startswith("https://") for link in links(output))


@pytest.mark.parametrize("line", ["", "list --parts", "next", "progress"])
def test_no_screen_is_wider_than_40_columns(program: Program, line: str) -> None:
    output = on_terminal(program, line, 40)
    assert max(width(text) for text in visible(output).splitlines()) <= 40


def test_wide_letters_take_two_columns(program: Program, curriculum: Callable[[str], Path]) -> None:
    output = on_terminal(program, f"list -c {curriculum(FOREIGN)}", 40)
    lines = visible(output).splitlines()
    assert "1.1" in output
    assert max(width(line) for line in lines) in {39, 40}


def test_no_color_takes_the_colour_and_leaves_the_rest(program: Program) -> None:
    program.ok("mark done micrograd")
    output = on_terminal(program, "list", NO_COLOR="1")
    assert colours(output) == set()
    assert "●" in output
    assert MICROGRAD in links(output)
    assert visible(output) == visible(on_terminal(program, "list"))


def test_a_dumb_terminal_gets_what_a_pipe_gets(program: Program) -> None:
    program.ok("mark done micrograd")
    output = on_terminal(program, "list", TERM="dumb")
    assert "\x1b" not in output
    assert output == program.ok("list")


def test_ctrl_c_while_another_llmpath_writes_is_130_without_a_word(program: Program, held: Path) -> None:
    child = start(program, "mark done micrograd", 80)
    while not _has_open(child.pid, held):
        assert child.isalive()
    child.sendintr()
    assert child.read() == ""
    child.close()
    assert (child.exitstatus, child.signalstatus) == (130, None)
    assert os.listdir(program.state) == ["progress.lock"]


def test_ctrl_c_while_it_starts_is_130_without_a_word(program: Program, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(INTERRUPTING)
    assert program("list", PYTHONPATH=str(tmp_path)) == ("", "", 130)


def test_a_lock_that_is_held_too_long_is_said_in_one_line(
    program: Program, held: Path, opened: Callable[[], list[str]]
) -> None:
    processes = [program.start(line) for line in ("mark done vectors", "undo", "open micrograd")]
    mark, undo, opening = (program.end(process) for process in processes)
    for answer in (mark, undo):
        assert (answer.stdout, answer.code) == ("", 1)
        assert one_line(answer).startswith("another llmpath is writing")
    assert opening.code == 1
    assert one_line(opening).startswith("not recorded: another llmpath is writing")
    assert opened() == [MICROGRAD]
    assert os.listdir(program.state) == [held.name]


def _has_open(pid: int | None, path: Path) -> bool:
    """Whether a process has a file open, as Linux tells it."""
    folder = f"/proc/{pid}/fd"
    return any(_target(f"{folder}/{name}") == str(path) for name in os.listdir(folder))


def _target(link: str) -> str:
    try:
        return os.readlink(link)
    except FileNotFoundError:
        return ""
