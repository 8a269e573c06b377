"""The process that `forks.py` starts: it loads llmpath once, and forks for every command line."""

import gc
import json
import os
import signal
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from functools import cache
from typing import IO, Any

import tomli_w
import typer.main

from hostile.deeds import watch
from llmpath.__main__ import run
from llmpath.cli.app import app
from llmpath.render import rich_paper
from llmpath.sources import bundled, toml_file

LOADED = (rich_paper, bundled, toml_file, tomli_w)
"""What every command, or some, would have to load."""
LONGEST = 60
"""Seconds after which a command counts as one that hangs, and is killed."""


def serve() -> None:
    """Run what is asked for on stdin; in a fork this never returns."""
    asked = json.load(sys.stdin)
    typer.main.get_command = cache(typer.main.get_command)
    typer.main.get_command(app)  # built here, and so in every fork
    gc.freeze()
    answers = []
    for words in asked["lines"]:
        with ExitStack() as opened:
            files = [opened.enter_context(tempfile.TemporaryFile()) for _ in range(3)]
            code = _fork(words, asked, files)
            answers.append((*map(_content, files), code))
    json.dump(answers, sys.stdout)


def _fork(words: Sequence[str], asked: Mapping[str, Any], files: Sequence[IO[bytes]]) -> int:
    screen, terminal = os.openpty() if asked["stdout"] == "terminal" else (-1, -1)
    pid = os.fork()
    if pid == 0:
        _become(words, asked, files, terminal)
    if screen >= 0:
        os.close(terminal)
        _copy(screen, files[0])
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status)


def _become(
    words: Sequence[str], asked: Mapping[str, Any], files: Sequence[IO[bytes]], terminal: int
) -> None:
    """Be the command: with its words, environment and streams, and nothing else."""
    signal.alarm(LONGEST)
    os.environ.clear()
    os.environ.update(asked["environ"])
    sys.argv = ["llmpath", *words]
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(files[1].fileno(), 2)
    sys.stdout = _stdout(asked["stdout"], files[0].fileno() if terminal < 0 else terminal)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
    watch(files[2].fileno())
    try:
        run()
    except SystemExit as end:
        _leave(int(end.code or 0))


def _stdout(kind: str, file: int) -> Any:
    """Return the stream, None as the interpreter has it where it is closed."""
    if kind == "closed":
        os.close(1)
        return None
    if kind == "gone":
        reader, file = os.pipe()
        os.close(reader)
    elif kind == "full":
        file = os.open("/dev/full", os.O_WRONLY)
    os.dup2(file, 1)
    return os.fdopen(1, "w", encoding="utf-8", closefd=False)


def _leave(code: int) -> None:
    """End as the interpreter does, 120 where what was written cannot be flushed; its clean-up is dear."""
    try:
        if sys.stdout:
            sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = 120
    os._exit(code)


def _copy(screen: int, file: IO[bytes]) -> None:
    """Copy what a terminal gets, until nobody has it open any more."""
    try:
        while content := os.read(screen, 65536):
            file.write(content.replace(b"\r\n", b"\n"))
    except OSError:
        os.close(screen)


def _content(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode()


if __name__ == "__main__":
    serve()
