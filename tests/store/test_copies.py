"""Copies of the progress: what sync services lay beside it, daily copies, links, a copied home."""

import shutil
from datetime import timedelta

import pytest

from shell import FakeClock, Shell

NAMES = [
    "progress.sync-conflict-20261124-101500-ABCDEFG.toml",
    "progress (Ada's conflicted copy 2026-11-24).toml",
    "progress (conflicted copy 2026-11-24 101500).toml",
    "progress-LAPTOP.toml",
    "progress 2.toml",
]


def done(run: Shell) -> list[str]:
    return run.ok("list --status done --ids").split()


@pytest.mark.parametrize("name", NAMES)
def test_a_conflict_copy_is_joined_whatever_it_is_called(run: Shell, clock: FakeClock, name: str) -> None:
    other = Shell(run.home.parent / "other", clock)
    run.ok("mark done calculus")
    other.ok("mark done vectors")
    shutil.copy(other.state / "progress.toml", run.state / name)
    assert done(run) == ["calculus", "vectors"]
    run.ok("mark done tensors")
    (run.state / name).unlink()
    assert done(run) == ["calculus", "vectors", "tensors"]


def test_a_bad_conflict_copy_is_passed_over_with_a_word(run: Shell) -> None:
    run.ok("mark done calculus")
    (run.state / "progress 2.toml").write_text("not TOML [")
    listed = run("list --status done --ids")
    assert (listed.code, listed.stdout.split()) == (0, ["calculus"])
    assert listed.stderr.startswith("llmpath: progress 2.toml is cut short and ignored")


def test_two_machines_print_the_same_whichever_file_is_the_own_one(run: Shell, clock: FakeClock) -> None:
    other = Shell(run.home.parent / "other", clock)
    for shell, lines in (
        (run, ["done micrograd/1", "skip tensors"]),
        (other, ["done micrograd/2", "done tensors"]),
    ):
        for line in lines:
            shell.ok(line)
    ours, theirs = (shell.state / "progress.toml" for shell in (run, other))
    shutil.copy(ours, other.state / "progress 2.toml")
    shutil.copy(theirs, run.state / "progress 2.toml")
    assert run.ok("list --json") == other.ok("list --json")
    assert done(run) == ["tensors"]
    assert run.ok("list --ids --parts --status done").split() == [
        "zero-to-hero/1/1", "zero-to-hero/1/2", "micrograd/1", "micrograd/2", "tensors",
    ]  # fmt: skip


def test_the_first_write_of_a_day_is_kept_for_fourteen_days(run: Shell, clock: FakeClock) -> None:
    for day in range(16):
        run.ok(f"mark done micrograd/{day + 1}")
        run.ok(f"mark skipped pytorch/{day + 1}")
        clock.time += timedelta(days=1)
    copies = sorted(path.name for path in run.state.iterdir() if path.name.startswith("backup-"))
    assert len(copies) == 14
    assert (copies[0], copies[-1]) == ("backup-2026-11-26.toml", "backup-2026-12-09.toml")


def test_a_link_at_the_progress_file_is_followed_and_stays(run: Shell) -> None:
    run.ok("mark done calculus")
    elsewhere = run.home / "synced"
    elsewhere.mkdir()
    shutil.move(run.state / "progress.toml", elsewhere / "mine.toml")
    (run.state / "progress.toml").symlink_to(elsewhere / "mine.toml")
    run.ok("mark done vectors")
    assert (run.state / "progress.toml").is_symlink()
    assert "courses/vectors" in (elsewhere / "mine.toml").read_text()
    assert done(run) == ["calculus", "vectors"]


def test_a_copied_home_is_a_new_device_from_its_next_write_on(run: Shell) -> None:
    run.ok("mark done calculus")
    path = run.state / "progress.toml"
    device, host = path.read_text().splitlines()[1:3]
    path.write_text(path.read_text().replace(host, 'host = "000000"'))
    run.ok("mark done vectors")
    lines = path.read_text().splitlines()
    assert lines[1] != device
    assert lines[2] == host
    assert device.replace("device", "by") in lines
