"""The commands of llmpath that are measured, in homes that it filled itself, and the targets they have."""

import shutil
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from made_up import curriculum, video
from measuring import Case, prepare

SMALL, MIDDLE, LARGE = 20, 1_000, 10_000
RECORDS = {SMALL: 0, MIDDLE: 200, LARGE: 2_000}
"""How many resources have a record, at each size of the curriculum."""
A_DAY = 100
"""How many of them were marked on one day."""

Targets = Mapping[int, float]
NO_TARGET: Targets = MappingProxyType({})
MEMORY: Targets = MappingProxyType({SMALL: 20, LARGE: 48})


def prepare_nothing(_program: str, _home: Path, _size: int) -> None:
    """Leave the home as the run before left it."""


class Command(NamedTuple):
    """A command line, its row in the table, and the most that it may take at a size.

    `time` is a ratio to the floor, `memory` in MiB. In the words, `{last}` is the id of the last video.
    `before` prepares each run and is not measured.
    """

    row: str
    words: str
    time: Targets
    memory: Targets = MEMORY
    before: Callable[[str, Path, int], None] = prepare_nothing
    is_on_terminal: bool = False
    variables: Mapping[str, str] = MappingProxyType({})


def completion_call() -> tuple[Command, ...]:
    """Return Tab on a ref, called as the script of a shell does."""
    variables = {"_LLMPATH_COMPLETE": "1"}
    return (Command("Tab on a ref", "open sub", {SMALL: 1.6}, before=keep_names, variables=variables),)


def keep_names(program: str, home: Path, _size: int) -> None:
    """Let a command keep the names, which Tab itself never writes."""
    prepare(home, [program, "list"])


def mark_todo(program: str, home: Path, size: int) -> None:
    """Take the last video's mark off, so that the next one has to be saved again."""
    prepare(home, [program, "todo", video(size - 1)])


def change_curriculum(_program: str, home: Path, size: int) -> None:
    """Write other bytes into the curriculum in use, which say the same."""
    file = next(home.rglob("made-up.toml"))
    file.write_text(f"# {time.time_ns()}\n{curriculum(size)}", "utf-8")


COMMANDS = (
    Command("`list --json`", "list --json", {SMALL: 7, LARGE: 14}),
    Command("`list`", "list", {SMALL: 7}),
    Command("`list` on a terminal", "list", {SMALL: 10}, NO_TARGET, is_on_terminal=True),
    Command("`next`", "next", {SMALL: 7, LARGE: 14}),
    Command("`next --short`", "next --short", {SMALL: 1.6}),
    *completion_call(),
    Command("`progress`", "progress", {SMALL: 7, LARGE: 14}),
    Command("`mark done REF`", "mark done {last}", {SMALL: 9, LARGE: 20}, before=mark_todo),
    Command("`next`, curriculum changed", "next", {SMALL: 20, LARGE: 80}, NO_TARGET, change_curriculum),
)


def llmpath_cases(program: str, folder: Path, size: int) -> list[Case]:
    """Return every command at a size of the curriculum, each in its own copy of the same home."""
    template = _home(program, folder / f"llmpath-{size}", size)
    homes = [folder / f"llmpath-{size}-{number}" for number in range(len(COMMANDS))]
    return [
        Case(
            row=command.row,
            size=size,
            argv=[program, *command.words.format(last=video(size - 1)).split()],
            home=shutil.copytree(template, home),
            before=partial(command.before, program, home, size),
            is_on_terminal=command.is_on_terminal,
            variables=command.variables,
        )
        for command, home in zip(COMMANDS, homes, strict=True)
    ]


def _home(program: str, home: Path, size: int) -> Path:
    """Return a home with a curriculum in use, and the records of the days up to yesterday."""
    home.mkdir()
    file = home / "to-add.toml"
    file.write_text(curriculum(size), "utf-8")
    prepare(home, [program, "curriculum", "add", str(file)])
    prepare(home, [program, "curriculum", "use", "made-up"])
    for first in range(0, RECORDS[size], A_DAY):
        day = datetime.now(UTC).date() - timedelta(days=(RECORDS[size] - first) // A_DAY)
        refs = "\n".join(video(number) for number in range(first, first + A_DAY))
        prepare(home, [program, "mark", "done", "--on", day.isoformat(), "-"], refs)
    return home
