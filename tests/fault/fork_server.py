"""One interpreter with llmpath in it that forks for each run: milliseconds in place of a start."""

import gc
import hashlib
import io
import os
import secrets
import shlex
import signal
import sys
import tempfile
import traceback
from datetime import timedelta
from functools import cache
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from typing import BinaryIO, NamedTuple

import typer

from fault.injection import Injection
from fault.messages import Answer, Call, Line, Request, Resume, Session, Stopped
from fault.planted import plant
from llmpath.cli.main import main
from shell import FakeClock, Shell

GUARD_SECONDS = 60
"""After so long a run that hangs is ended by a signal; nothing is measured with it."""


class Run(NamedTuple):
    """A process, and the files it leaves its traces in."""

    pid: int
    stdout: BinaryIO
    stderr: BinaryIO
    log: BinaryIO


class Answering(io.FileIO):
    """Standard output that writes down when the program answers."""

    def __init__(self, injection: Injection) -> None:
        super().__init__(1, "w", closefd=False)
        self._injection = injection

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self._injection.note(Call("answer", "", data=bytes(data)))
        return super().write(data)


def serve(client: "Connection[list[Answer | Stopped], Resume | list[Request | Session]]") -> None:
    """Do what is asked for, several runs at a time, until nothing more is."""
    stopped: dict[int, Run] = {}
    while True:
        try:
            asked = client.recv()
        except EOFError:
            break
        if isinstance(asked, Resume):
            runs = [stopped.pop(asked.pid)]
            os.kill(asked.pid, signal.SIGCONT)
        else:
            runs = [start(request) for request in asked]
        outcomes = [wait_for(run) for run in runs]
        stopped |= {run.pid: run for run, end in zip(runs, outcomes, strict=True) if isinstance(end, Stopped)}
        client.send(outcomes)
    for pid in stopped:
        os.kill(pid, signal.SIGKILL)


def start(request: Request | Session) -> Run:
    """Fork a process that does what is asked for as if it had just been started."""
    stdout, stderr, log = (tempfile.TemporaryFile(buffering=0) for _ in "oel")  # noqa: SIM115  (it closes them)
    pid = os.fork()
    if pid:
        return Run(pid, stdout, stderr, log)
    signal.alarm(GUARD_SECONDS)
    for descriptor, file in enumerate((stdout, stderr), start=1):
        os.dup2(file.fileno(), descriptor)
    code = 1
    try:
        os.chdir(request.place.home)
        plant(request.place.planted)
        code = play(request, log) if isinstance(request, Request) else talk(request, log)
    except BaseException:  # noqa: BLE001  (whatever it is, it must not get into the server)
        traceback.print_exc()
    os._exit(code)


def wait_for(run: Run) -> Answer | Stopped:
    """Return what a run came to, or that it stopped on the way."""
    _, status = os.waitpid(run.pid, os.WUNTRACED)
    if os.WIFSTOPPED(status):
        return Stopped(run.pid)
    texts = []
    for file in run[1:]:
        file.seek(0)
        texts.append(file.read().decode())
        file.close()
    return Answer(os.waitstatus_to_exitcode(status), texts[0], texts[1], texts[2])


def play(request: Request, log: BinaryIO) -> int:
    """Run a line as the program does, with an eye on its calls."""
    os.environ.clear()
    os.environ.update(request.place.environ)
    injection = Injection(request.place.home, log.fileno(), request.fault)
    sys.stdout = io.TextIOWrapper(io.BufferedWriter(Answering(injection)), "utf-8", line_buffering=True)
    injection.install()
    code = main(shlex.split(request.line.words), _clock(request.line))
    sys.stdout.flush()
    injection.note_open_files()
    return code


def talk(session: Session, log: BinaryIO) -> int:
    """Run lines one after the other, and leave what they answer in the log."""
    for line in session.lines:
        shell = Shell(Path(session.place.home), _clock(line), dict(session.place.environ))
        log.write(f"{tuple(shell(line.words))}\n".encode())
    return 0


def _clock(line: Line) -> FakeClock:
    """Return the clock of a line, and make its random names those of every other run of it."""
    numbers = count()

    def token_hex(nbytes: int | None = None) -> str:
        return hashlib.sha256(f"{line}{next(numbers)}".encode()).hexdigest()[: 2 * (nbytes or 32)]

    secrets.token_hex = token_hex
    clock = FakeClock()
    clock.time += timedelta(minutes=line.minute)
    return clock


def warm_up() -> None:
    """Have everything ready that a run would make again: imports, the commands, the heap."""
    typer.main.get_command = cache(typer.main.get_command)
    with tempfile.TemporaryDirectory() as home:
        shell = Shell(Path(home), FakeClock())
        for line in ("mark done micrograd", "undo", "list --json"):
            shell.ok(line)
    gc.collect()
    gc.freeze()  # a collection in a child would copy every page


if __name__ == "__main__":
    warm_up()
    serve(Connection(int(sys.argv[1])))
