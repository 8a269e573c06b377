"""Streams that are closed, full or gone: the program ends with a word on stderr at the most."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from e2e.program import Program, one_line

MICROGRAD = "https://www.youtube.com/watch?v=VMj-3S1tku0"
WITHOUT_STDOUT = ("sh", "-c", 'exec "$0" "$@" >&-')
WITHOUT_STDERR = ("sh", "-c", 'exec "$0" "$@" 2>&-')
WITHOUT_STDIN = ("sh", "-c", 'exec "$0" "$@" <&-')
WITHOUT_ANY = ("sh", "-c", 'exec "$0" "$@" <&- >&- 2>&-')


@pytest.fixture
def gone() -> Iterator[int]:
    """The writing end of a pipe whose reader has left, as `head` does."""
    reader, writer = os.pipe()
    os.close(reader)
    yield writer
    os.close(writer)


@pytest.mark.parametrize("line", ["list", "list --json", "--help"])
def test_a_reader_that_has_left_ends_it_quietly(program: Program, gone: int, line: str) -> None:
    answer = program(line, stdout=gone)
    assert (answer.code, answer.stderr) == (0, "")


def test_a_mark_is_kept_when_the_reader_has_left(program: Program, gone: int) -> None:
    answer = program("mark done micrograd", stdout=gone)
    assert (answer.code, answer.stderr) == (0, "")
    assert program.recorded() == {"youtube:VMj-3S1tku0"}


def test_head_gets_its_line_and_all_is_quiet(program: Program) -> None:
    head = subprocess.Popen(["head", "-n", "1"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert head.stdin is not None
    answer = program("list --ids", stdout=head.stdin)
    head.stdin.close()
    assert head.stdout is not None
    with head.stdout:
        assert head.stdout.read() == b"zero-to-hero\n"
    assert head.wait() == 0
    assert (answer.code, answer.stderr) == (0, "")


@pytest.mark.parametrize("line", ["list", "list --json", "--help"])
def test_a_full_device_is_said_in_one_line(program: Program, line: str) -> None:
    with Path("/dev/full").open("wb") as full:
        answer = program(line, stdout=full)
    assert answer.code == 1
    if "--json" in line:
        error = json.loads(answer.stderr)["error"]
        assert error["message"] == "cannot write the answer: No space left on device"
    else:
        assert one_line(answer) == "cannot write the answer: No space left on device."


def test_a_mark_is_kept_when_its_receipt_cannot_be_written(program: Program) -> None:
    with Path("/dev/full").open("wb") as full:
        answer = program("mark done micrograd", stdout=full)
    assert answer.code == 1
    assert one_line(answer) == "cannot write the answer: No space left on device."
    assert program.recorded() == {"youtube:VMj-3S1tku0"}


def test_a_full_stderr_changes_no_exit_code(program: Program) -> None:
    answer = program("show nothing", by=("sh", "-c", 'exec "$0" "$@" 2>/dev/full'))
    assert answer == ("", "", 2)


@pytest.mark.parametrize("line", ["list", "--version"])
def test_without_stdout_it_says_that_it_cannot_write(program: Program, line: str) -> None:
    answer = program(line, by=WITHOUT_STDOUT)
    assert answer.code == 1
    assert one_line(answer).startswith("cannot write the answer")


def test_without_stdout_a_mark_and_an_opening_are_kept(
    program: Program, opened: Callable[[], list[str]]
) -> None:
    for line in ("mark done vectors", "open micrograd"):
        answer = program(line, by=WITHOUT_STDOUT)
        assert answer.code == 1
        assert one_line(answer).startswith("cannot write the answer")
    assert program.recorded() == {"brilliant.org/courses/vectors", "youtube:VMj-3S1tku0"}
    assert opened() == [MICROGRAD]


def test_without_stdout_a_wrong_command_line_is_still_one(program: Program) -> None:
    answer = program("frobnicate", by=WITHOUT_STDOUT)
    assert answer.code == 2
    assert "frobnicate" in one_line(answer)


def test_without_stderr_an_error_does_not_go_to_stdout(program: Program) -> None:
    assert program("show nothing", by=WITHOUT_STDERR) == ("", "", 2)
    assert program("show nothing --json", by=WITHOUT_STDERR) == ("", "", 2)


def test_without_stderr_it_answers(program: Program) -> None:
    assert program("list --ids", by=WITHOUT_STDERR).stdout == program.ok("list --ids")


def test_without_stdin_it_answers(program: Program, opened: Callable[[], list[str]]) -> None:
    for line in ("mark done vectors", "open micrograd"):
        answer = program(line, by=WITHOUT_STDIN)
        assert (answer.code, answer.stderr) == (0, "")
    assert program.recorded() == {"brilliant.org/courses/vectors", "youtube:VMj-3S1tku0"}
    assert opened() == [MICROGRAD]


def test_without_any_stream_nothing_is_written_into_its_own_files(program: Program) -> None:
    program.ok("mark done vectors")
    assert program("mark done micrograd", by=WITHOUT_ANY).code == 1
    assert program.recorded() == {"brilliant.org/courses/vectors", "youtube:VMj-3S1tku0"}
    assert program.progress.read_bytes().count(b"\n# end of llmpath progress ") == 1
    assert (program.state / "progress.lock").read_bytes() == b""


def test_a_remark_that_stderr_does_not_take_stops_no_answer(program: Program) -> None:
    answer = program("next", by=("sh", "-c", 'exec "$0" "$@" 2>/dev/full'), LLMPATH_SPEED="9")
    assert answer == (program.ok("next"), "", 0)


def test_a_stdin_that_cannot_be_read_is_said_to_be_so(program: Program) -> None:
    for line in ("note micrograd", "mark done -"):
        answer = program(line, by=("sh", "-c", 'exec "$0" "$@" 0>/dev/null'))
        assert (answer.stdout, one_line(answer)[:29]) == ("", "standard input cannot be read")
