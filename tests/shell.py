"""Shell sessions in one process: the real program on real files, with a clock that tests set."""

import io
import os
import shlex
import sys
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from llmpath.cli import at_once
from llmpath.cli.main import main

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
CLEARED = (
    "BROWSER", "COLUMNS", "DISPLAY", "FORCE_COLOR", "LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR", "PAGER",
    "TERM", "WAYLAND_DISPLAY",
)  # fmt: skip


@dataclass
class FakeClock:
    """A clock that goes a second on at each look, from noon of 24 November 2026, in UTC."""

    time: datetime = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
    step: timedelta = timedelta(seconds=1)

    def now(self) -> int:
        self.time += self.step
        return (self.time - EPOCH) // timedelta(milliseconds=1)

    def local_day(self, milliseconds: int) -> date:
        return (EPOCH + timedelta(milliseconds=milliseconds)).date()


class Result(NamedTuple):
    """What a command answered."""

    stdout: str
    stderr: str
    code: int


@dataclass
class Shell:
    """Runs command lines as a person types them, without the name of the program."""

    home: Path
    clock: FakeClock
    environ: dict[str, str] = field(default_factory=dict)

    @property
    def state(self) -> Path:
        return self.home / ".local/state/llmpath"

    def __call__(self, line: str | list[str], *, columns: int | None = None, colour: bool = False) -> Result:
        """Run a line; with `columns` as on a terminal of that width, else as in a pipe."""
        words = shlex.split(line) if isinstance(line, str) else line
        terminal = {"FORCE_COLOR": "1", "COLUMNS": str(columns)} if columns else {}
        quiet = {} if colour or not columns else {"NO_COLOR": "1"}
        with self.surroundings(**terminal, **quiet) as (stdout, stderr):
            code = 0 if at_once.answers(words) else main(words, clock=self.clock)
            return Result(_text(stdout), _text(stderr), code)

    def surroundings(self, **more: str) -> "_streams":
        """Return the streams and the environment that a command has while it runs."""
        return _streams({"HOME": str(self.home), **self.environ, **more})

    def ok(self, line: str | list[str], **options: Any) -> str:
        """Run a line that must work without a word on stderr, and return its answer."""
        result = self(line, **options)
        assert (result.code, result.stderr) == (0, ""), result
        return result.stdout


class _streams:  # noqa: N801
    """Puts fresh streams and a fresh environment in place while a command runs."""

    def __init__(self, environ: dict[str, str]) -> None:
        self._environ = environ

    def __enter__(self) -> tuple[io.TextIOWrapper, io.TextIOWrapper]:
        self._before = (sys.stdout, sys.stderr, dict(os.environ))
        for name in list(os.environ):
            if name in CLEARED or name.startswith(("XDG_", "LLMPATH_")):
                del os.environ[name]
        os.environ.update(self._environ)
        stdout, stderr = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in "oe")
        sys.stdout, sys.stderr = stdout, stderr
        return stdout, stderr

    def __exit__(self, *_: object) -> None:
        sys.stdout, sys.stderr, environ = self._before
        os.environ.clear()
        os.environ.update(environ)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()
