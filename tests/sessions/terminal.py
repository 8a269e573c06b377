"""Plays sessions that are written down as on a terminal. README.md beside this file tells the form."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO, TextIOWrapper
from pathlib import Path

from cli.answers import seen
from shell import FakeClock, Result, Shell

FENCE = re.compile(r"^```(\w+) ?(.*)\n((?:.*\n)*?)```$", re.MULTILINE)
PROMPT = re.compile(r"^(\w*)\$ (.*)$")
CODE = re.compile(r"^\[\d+\]$")
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


@dataclass
class Terminal:
    """Several machines in one folder: the progress of each lies there in a folder of its name.

    With `columns` what a person sees on a terminal of that width is compared, else what a pipe gets.
    """

    folder: Path
    clock: FakeClock
    exported: dict[str, str] = field(default_factory=dict)
    columns: int | None = None

    def play(self, text: str) -> None:
        """Write the files and run the commands of a text, and compare what is answered."""
        blocks = FENCE.findall(text)
        assert text.count("```") == 2 * len(blocks), "a block is not closed, or begins in an unknown way"
        for kind, name, content in blocks:
            if kind != "console":
                (self.folder / name).write_text(content, encoding="utf-8")
                continue
            for machine, command, expected in _steps(content):
                answer = self.run(command, machine or "desk")
                _compare(f"{machine}$ {command}", answer, expected)

    def run(self, command: str, machine: str, stdin: str | None = None) -> Result:
        """Run a command on a machine; what stands before `| llmpath` is its standard input."""
        before, pipe, after = command.rpartition(" | llmpath")
        if pipe:
            return self.run(f"llmpath{after}", machine, self.run(before, machine).stdout)
        if program := re.fullmatch(r"llmpath ?(.*?)(?: > (\w+))?", command):
            environ = {**self.exported, "LLMPATH_STATE_DIR": str(self.folder / machine)}
            with chdir(self.folder), _standard_input(stdin):
                answer = Shell(self.folder, self.clock, environ)(program[1], columns=self.columns)
            if self.columns:
                answer = answer._replace(stdout=seen(answer.stdout))
            if program[2]:
                (self.folder / program[2]).write_text(answer.stdout, encoding="utf-8")
            return answer._replace(stdout="") if program[2] else answer
        if time := re.fullmatch(r"sleep (\d+)([smhd])", command):
            self.clock.time += timedelta(**{UNITS[time[2]]: int(time[1])})
        elif variable := re.fullmatch(r"export (\w+)=(.*)", command):
            self.exported[variable[1]] = variable[2]
        else:
            shell = subprocess.run(["sh", "-c", command], cwd=self.folder, capture_output=True, check=False)
            return Result(shell.stdout.decode(), shell.stderr.decode(), shell.returncode)
        return Result("", "", 0)


def _steps(content: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield machine, command, and the lines expected, of each command."""
    lines = content.splitlines()
    starts = [at for at, line in enumerate(lines) if PROMPT.match(line)]
    assert starts[:1] == [0], f"a session begins with a command:\n{content}"
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        machine, command = PROMPT.findall(lines[start])[0]
        yield machine, command, "\n".join(lines[start + 1 : end]).rstrip().splitlines()


def _compare(said: str, answer: Result, expected: list[str]) -> None:
    """Compare stdout and stderr, on which every line begins with the program's name, and the exit code."""
    code = expected.pop() if expected and CODE.match(expected[-1]) else "[0]"
    lines = (answer.stdout + answer.stderr).rstrip().splitlines()
    told = "\n".join([said, *lines, f"[{answer.code}]", "--- expected:", *expected, code])
    assert not re.search("^llmpath: ", answer.stdout, re.MULTILINE), told
    assert re.fullmatch("".join(map(_pattern, expected)), "".join(f"{line}\n" for line in lines)), told
    assert f"[{answer.code}]" == code, told


def _pattern(line: str) -> str:
    """Return what a line stands for: `…` is some of a line, or lines where it is alone."""
    return "(?:.*\n)*" if line == "…" else re.escape(line).replace("…", ".*") + "\n"


@contextmanager
def _standard_input(text: str | None) -> Iterator[None]:
    before = sys.stdin
    if text is not None:
        sys.stdin = TextIOWrapper(BytesIO(text.encode()), "utf-8")
    try:
        yield
    finally:
        sys.stdin = before
