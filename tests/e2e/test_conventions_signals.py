"""The conventions of being ended: Ctrl-C, SIGTERM, a reader that leaves."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from e2e.program import SCRIPT, Program

MORE_THAN_A_PIPE_HOLDS = b"\n" * 200_000
TERMINATED = """
import os, signal, sys

def hook(event, args):
    if event == "os.rename" and str(args[1]).endswith("/progress.toml"):
        os.kill(os.getpid(), signal.SIGTERM)

sys.addaudithook(hook)
"""
"""Ends it when the new progress is written and about to take the place of the old."""


def test_ctrl_c_is_130_without_a_word(program: Program) -> None:
    """It is pressed while a reader takes its time: one byte came, and no pipe holds all of them."""
    process = program.start("list --parts --json")
    assert process.stdout is not None
    assert os.read(process.stdout.fileno(), 1) == b"{"
    process.send_signal(signal.SIGINT)
    answer = program.end(process)
    assert (answer.stderr, answer.code) == ("", 130)


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_a_command_that_waits_for_more_on_stdin(
    program: Program, sent: signal.Signals, code: int
) -> None:
    """It comes when the command has taken what no pipe holds."""
    reader, writer = os.pipe()
    process = program.start("mark done -", stdin=reader)
    os.close(reader)
    with os.fdopen(writer, "wb", buffering=0) as stdin:
        stdin.write(MORE_THAN_A_PIPE_HOLDS)
        process.send_signal(sent)
        assert program.end(process) == ("", "", code)
    assert not program.state.exists()


def test_sigterm_leaves_no_half_written_file(program: Program, tmp_path: Path) -> None:
    program.ok("mark done vectors")
    before = program.progress.read_bytes()
    (tmp_path / "sitecustomize.py").write_text(TERMINATED)
    assert program("mark done micrograd", PYTHONPATH=str(tmp_path)) == ("", "", 143)
    assert program.progress.read_bytes() == before
    program.ok("mark done tensors")
    assert len(program.recorded()) == 2
    assert [path.name for path in program.state.iterdir() if path.suffix == ".tmp"] == []


def test_a_closed_pipe_ends_it_quietly(program: Program) -> None:
    line = '"$0" list --parts --json | head -c 1; "$0" list --parts | head -n 1 >/dev/null'
    answer = subprocess.run(
        ["sh", "-c", line, SCRIPT], env=program.environment(), capture_output=True, check=False
    )
    assert (answer.stdout, answer.stderr) == (b"{", b"")
