"""Several machines' files, in any order and as often as one likes: one progress, no mark lost."""

import itertools
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from shell import FakeClock, Shell

MARKS = 50
NAMES = ["progress 2.toml", "progress.sync-conflict-20261124-101500-ABCDEFG.toml", "progress-LAPTOP.toml"]
WORDS = ["done", "skipped", "todo", "doing"]


def machines(run: Shell, count: int, curriculum: Path) -> list[Shell]:
    shells = [Shell(run.home.parent / f"machine{at}", FakeClock()) for at in range(count)]
    for at, shell in enumerate(shells):
        shell.clock.time += timedelta(milliseconds=137 * at)
        shell.environ["LLMPATH_CURRICULUM"] = str(curriculum)
    return shells


def tasks(count: int) -> str:
    resources = (
        f'[[sections.resources]]\nid = "t{at}"\nkind = "task"\ntitle = "Task {at}"\n' for at in range(count)
    )
    return '[[sections]]\nid = "s"\ntitle = "S"\n' + "".join(resources)


@pytest.mark.parametrize("count", [2, 3])
def test_all_machines_print_the_same_and_every_mark_is_there(
    run: Shell, curriculum: Callable[[str], Path], count: int
) -> None:
    shells = machines(run, count, curriculum(tasks(count * MARKS + 4)))
    for at, shell in enumerate(shells):
        for mark in range(MARKS):
            shell.ok(f"mark done t{at * MARKS + mark}")
        for shared, word in enumerate(WORDS[at:] + WORDS[:at]):
            shell.ok(f"mark {word} t{count * MARKS + shared}")
    files = [(shell.state / "progress.toml").read_bytes() for shell in shells]
    answers = set()
    for own, *others in itertools.permutations(files):
        for copies in (others, [*others, own, *others][: len(NAMES)]):
            state = shells[0].state
            shutil.rmtree(state)
            state.mkdir()
            for name, content in zip(["progress.toml", *NAMES], [own, *copies], strict=False):
                (state / name).write_bytes(content)
            answers.add(shells[0].ok("list --json"))
            done = shells[0].ok("list --ids --status done").split()
            assert {f"t{number}" for number in range(count * MARKS)} <= set(done)
    assert len(answers) == 1


def test_what_was_joined_and_written_is_what_was_joined_and_read(run: Shell) -> None:
    shells = [Shell(run.home.parent / f"machine{at}", FakeClock()) for at in range(2)]
    shells[0].ok("mark done micrograd/1")
    shells[1].ok("mark skipped micrograd")
    shells[1].ok("mark done micrograd/2")
    shutil.copy(shells[1].state / "progress.toml", shells[0].state / "progress 2.toml")
    shutil.copy(shells[0].state / "progress.toml", shells[1].state / "progress 2.toml")
    read = shells[0].ok("list --json")
    for shell in shells:
        assert shell("doctor --fix").code == 0
        assert shell.ok("list --json") == read
