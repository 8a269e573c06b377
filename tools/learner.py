"""A learner whose every answer is the same on each machine and day: for the picture and the examples."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

sys.path.append(str(Path(__file__).parents[1] / "tests"))

from shell import FakeClock, Shell

DEVICE = "9d2bf78787ef"


@contextmanager
def learner(lines: Iterable[str] = ()) -> Iterator[Shell]:
    """Yield a shell in a new home, in which a learner typed some lines.

    A line is a command, or `# 14 20` for the day and hour of November 2026 at which the next ones are typed.
    """
    with TemporaryDirectory() as home, patch("llmpath.store.desk.new_device", lambda: DEVICE):
        shell = Shell(Path(home), FakeClock(), {"BROWSER": "true"})
        for line in lines:
            if line.startswith("#"):
                day, hour = map(int, line[1:].split())
                shell.clock.time = shell.clock.time.replace(day=day, hour=hour, minute=0, second=0)
            else:
                shell.ok(line)
        yield shell
