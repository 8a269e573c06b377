"""Runs commands, each a whole process in a home of its own, and keeps what every run cost."""

import os
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from threading import Thread
from typing import NamedTuple

STOPWATCH = (sys.executable, "-I", "-S", str(Path(__file__).with_name("stopwatch.py")))
SCREEN = (40, 100)


class Sample(NamedTuple):
    """What one run cost, in seconds, seconds of CPU and kilobytes."""

    wall: float
    cpu: float
    peak: float


def nothing() -> None:
    """Leave the home as the run before left it."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """A command to measure, in the row of the table and at the size that it stands for."""

    row: str
    size: int
    argv: Sequence[str]
    home: Path
    before: Callable[[], None] = nothing
    is_on_terminal: bool = False
    variables: Mapping[str, str] = field(default_factory=dict)

    def run(self) -> Sample:
        """Run the command once, after its preparation, which is not measured."""
        self.before()
        environment = {**clean_environment(self.home), **self.variables}
        with _terminal() if self.is_on_terminal else _pipe() as output:
            done = subprocess.run(
                [*STOPWATCH, *self.argv],
                env=environment,
                cwd=self.home,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.PIPE,
                check=False,
            )
        if done.returncode:
            answer = (done.stdout or done.stderr).decode(errors="replace")
            raise SystemExit(f"{' '.join(self.argv)}: {answer}")
        return Sample(*map(float, done.stderr.split()))


def clean_environment(home: Path) -> dict[str, str]:
    """Return all the variables that a command sees: none of the user's own but PATH."""
    return {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
        "TZ": "UTC",
    }


def ask(home: Path, argv: Sequence[str], stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command that is not measured, and return its answer."""
    return subprocess.run(
        argv,
        env=clean_environment(home),
        cwd=home,
        input=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def prepare(home: Path, argv: Sequence[str], stdin: str = "") -> None:
    """Run a command that is not measured and must work."""
    done = ask(home, argv, stdin)
    if done.returncode:
        raise SystemExit(f"{' '.join(argv)}: {done.stdout}")


def medians(samples: Sequence[Sample]) -> Sample:
    """Return the median of each thing that was measured."""
    return Sample(*(median(values) for values in zip(*samples, strict=True)))


def middle_half(samples: Sequence[Sample]) -> tuple[float, float]:
    """Return the quartiles of the time over its median: on a quiet machine both are near 1."""
    low, middle, high = quantiles(sample.wall for sample in samples)
    return low / middle, high / middle


@contextmanager
def _pipe() -> Iterator[int]:
    yield subprocess.PIPE


@contextmanager
def _terminal() -> Iterator[int]:
    """Give a pseudo-terminal whose screen is read at once, as a terminal emulator does."""
    screen, line = os.openpty()
    termios.tcsetwinsize(line, SCREEN)
    reader = Thread(target=_read_to_end, args=(screen,))
    reader.start()
    try:
        yield line
    finally:
        os.close(line)
        reader.join()
        os.close(screen)


def _read_to_end(screen: int) -> None:
    try:
        while os.read(screen, 1 << 16):
            pass
    except OSError:  # how Linux says that nobody holds the other side any more
        return
