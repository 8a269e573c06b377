"""The conventions of what is done: twice is once, `--copy`, a browser that is not waited for."""

import os
import re
import shlex
from base64 import b64decode
from pathlib import Path

import pytest

from e2e.program import Program, one_line
from e2e.screen import visible
from e2e.terminal import on_terminal

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty:DeprecationWarning")  # the child only runs llmpath

MICROGRAD = "https://www.youtube.com/watch?v=VMj-3S1tku0"
COPIED = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07")
IN_TMUX = re.compile(r"\x1bPtmux;\x1b\x1b\]52;c;([A-Za-z0-9+/=]+)\x07\x1b\\")


def test_what_is_said_twice_is_so_once_and_the_receipt_says_so(program: Program) -> None:
    assert program.ok("mark done micrograd").startswith("done: 4.1 micrograd")
    before = program.progress.read_bytes()
    assert re.match(r"already done since \d+ \w+: 4\.1 micrograd", program.ok("mark done micrograd"))
    assert program.progress.read_bytes() == before


@pytest.mark.parametrize(
    ("line", "said"),
    [("config speed 2", "unchanged: "), ("curriculum use llm-learning-pointers", "already in use: ")],
)
def test_settings_are_idempotent_too(program: Program, line: str, said: str) -> None:
    program.ok(line)
    assert program.ok(line).startswith(said)


def test_copy_sends_the_link_to_the_terminal_and_records_nothing(program: Program) -> None:
    output = on_terminal(program, "open --copy micrograd")
    assert [b64decode(code).decode() for code in COPIED.findall(output)] == [MICROGRAD]
    assert visible(COPIED.sub("", output)).startswith("sent to the terminal: 4.1 micrograd")
    assert "copied" not in output
    assert not program.state.exists()


def test_copy_in_tmux_is_wrapped_too(program: Program) -> None:
    output = on_terminal(program, "open --copy micrograd vectors", TMUX="default,1,0")
    both = f"{MICROGRAD}\nhttps://brilliant.org/courses/vectors/"
    assert [b64decode(code).decode() for code in IN_TMUX.findall(output)] == [both]
    assert [b64decode(code).decode() for code in COPIED.findall(IN_TMUX.sub("", output))] == [both]


def test_copy_without_a_terminal_prints_the_link(program: Program) -> None:
    answer = program("open --copy micrograd")
    assert (answer.stdout, answer.code) == (f"{MICROGRAD}\n", 0)
    assert one_line(answer) == "there is no terminal to send it to, it is printed instead"


def test_open_is_back_before_the_browser_ends(program: Program, tmp_path: Path) -> None:
    go, end = tmp_path / "go", tmp_path / "end"
    os.mkfifo(go)
    os.mkfifo(end)
    browser = tmp_path / "browser"
    browser.write_text(
        f"#!/bin/sh\nread said < {shlex.quote(str(go))}\necho $said > {shlex.quote(str(end))}\n"
    )
    browser.chmod(0o755)
    assert program.ok("open micrograd", BROWSER=str(browser)).startswith("opened: 4.1 micrograd")
    go.write_text("it runs until now\n")
    assert end.read_text() == "it runs until now\n"
