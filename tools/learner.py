"""A learner whose every answer is the same on each machine and day: for the picture and the examples."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

sys.path.append(str(Path(__file__).parents[1] / "tests"))

from shell import FakeClock, Shell  # what the tests type commands with

DEVICE = "9d2bf78787ef"
NO_FILES: Mapping[str, str] = {}


@contextmanager
def learner(typed: str, files: Mapping[str, str] = NO_FILES) -> Iterator[Shell]:
    """Yield a shell in a new home with some files, where it is, too; lines have been typed there.

    A line is a command, or `# 14 20` for the day and hour of November 2026 at which the next ones are typed.
    """
    device = patch("llmpath.store.transaction.new_device", lambda: DEVICE)
    with TemporaryDirectory() as home, chdir(home), device:
        for name, content in files.items():
            Path(name).write_text(content, "utf-8")
        shell = Shell(Path(home), FakeClock(), {"BROWSER": "true"})
        for line in typed.strip().splitlines():
            _type(shell, line)
        yield shell


def _type(shell: Shell, line: str) -> None:
    if not line.startswith("#"):
        shell.ok(line)
        return
    day, hour = map(int, line[1:].split())
    shell.clock.time = shell.clock.time.replace(day=day, hour=hour, minute=0, second=0)
