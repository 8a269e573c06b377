"""The installed program on a terminal of its own."""

import shlex

import pexpect

from e2e.program import SCRIPT, Program


def start(
    program: Program, line: str, columns: int = 80, *, rows: int = 24, **environ: str
) -> "pexpect.spawn[str]":
    """Start a command on a terminal of a size."""
    return pexpect.spawn(
        SCRIPT,
        shlex.split(line),
        env=program.environment({"TERM": "xterm-256color", **environ}),
        cwd=str(program.home),
        dimensions=(rows, columns),
        encoding="utf-8",
        echo=False,
        timeout=120,
    )


def on_terminal(program: Program, line: str, columns: int = 80, *, rows: int = 24, **environ: str) -> str:
    """Run a command that must work on a terminal, and return all that the terminal got."""
    child = start(program, line, columns, rows=rows, **environ)
    output = str(child.read()).replace("\r\n", "\n")
    child.close()
    assert child.exitstatus == 0, output
    return output
