"""What llmpath writes can be read by its owner alone, whatever the umask and whatever lay there before."""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from hostile.commands import EVERY
from hostile.learner import Learner


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=["000", "022", "077"])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def modes(home: Path) -> dict[str, str]:
    """Return the mode of everything under a home, by its path in it."""
    return {str(path.relative_to(home)): f"{path.lstat().st_mode & 0o7777:04o}" for path in home.rglob("*")}


def assert_private(home: Path) -> None:
    for name, mode in modes(home).items():
        assert mode == ("0700" if (home / name).is_dir() else "0600"), name


@pytest.mark.usefixtures("umask")
def test_folders_are_0700_and_files_0600_after_every_command(learner: Learner) -> None:
    for line in EVERY:
        assert learner(line).code == 0
        assert_private(learner.run.home)
    names = {"progress.toml", "progress.toml.bak", "progress.lock", "undo.toml", "backup-2026-11-24.toml"}
    assert set(os.listdir(learner.run.state)) == names


@pytest.mark.usefixtures("umask")
def test_daily_copies_and_what_is_kept_of_a_damaged_file_are_private(learner: Learner) -> None:
    for _ in range(3):
        assert learner("done 2.1").code == learner("todo 2.1").code == 0
        learner.run.clock.time += timedelta(days=1)
    path = learner.run.state / "progress.toml"
    path.write_bytes(path.read_bytes()[:-99])
    assert learner("done 1.2").code == 0
    assert len(list(learner.run.state.glob("backup-*.toml"))) == 4
    assert len(list(learner.run.state.glob("progress.toml.damaged-*"))) == 1
    assert_private(learner.run.home)


@pytest.mark.usefixtures("umask")
def test_files_that_others_could_read_are_private_after_the_next_write_or_fix(learner: Learner) -> None:
    for line in ("done 2.1", "todo 2.1"):
        assert learner(line).code == 0
    state = learner.run.state
    for path in (state, *state.iterdir()):
        path.chmod(0o777)
    assert learner("done 2.1").code == 0
    assert {modes(state)[name] for name in ("progress.toml", "undo.toml")} == {"0600"}
    assert learner("doctor").code == 1
    assert learner("doctor --fix").code == 0
    assert_private(learner.run.home)


@pytest.mark.usefixtures("umask")
def test_what_reads_writes_to_the_cache_alone(learner: Learner) -> None:
    for line in ("", "list", "show 1.1", "next", "progress", "log", "paths", "open 1.1 --print", "doctor"):
        assert learner(line).code == 0
    assert [path.name for path in learner.run.home.iterdir()] == [".cache"]
    assert_private(learner.run.home)
