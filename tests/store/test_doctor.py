"""`llmpath doctor` says what is wrong with the state folder, and mends it without losing a byte."""

import json
import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from shell import FakeClock, Shell


@pytest.fixture
def marked(run: Shell) -> Shell:
    """A learner with three marks, the last of them not in the backup yet."""
    for ref in ("calculus", "vectors", "tensors"):
        run.ok(f"mark done {ref}")
    return run


def progress(run: Shell) -> Path:
    return run.state / "progress.toml"


def checks(run: Shell, line: str = "doctor") -> dict[str, dict[str, Any]]:
    answer = json.loads(run(f"{line} --json").stdout)
    return {check["name"]: check for check in answer["checks"]}


def not_ok(run: Shell) -> list[str]:
    return [name for name, check in checks(run).items() if not check["ok"]]


def mended(run: Shell) -> str:
    """Let the doctor mend what it can, which must be all, and return what it said."""
    fixed = run("doctor --fix")
    assert (fixed.code, fixed.stderr) == (0, ""), fixed
    assert not_ok(run) == []
    return fixed.stdout


def done(run: Shell) -> list[str]:
    return run.ok("list --status done --ids").split()


def contents(run: Shell) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in run.state.iterdir() if path.is_file()}


def test_a_new_user_is_well_and_nothing_is_made(run: Shell) -> None:
    assert not_ok(run) == []
    assert run.ok("doctor --fix").splitlines()[-1] == "All is well."
    assert not run.state.exists()


def test_a_learner_is_well_and_nothing_is_changed(marked: Shell) -> None:
    before = contents(marked)
    assert marked.ok("doctor").splitlines()[-1] == "All is well."
    assert marked.ok("doctor --fix").splitlines()[-1] == "All is well."
    assert contents(marked) == before
    found = checks(marked)
    assert list(found) == [
        "versions", "place", "permissions", "lock", "space", "progress", "backups", "conflict copies",
        "undo", "device", "clock", "curriculum",
    ]  # fmt: skip
    assert {tuple(check) for check in found.values()} == {("name", "ok", "detail", "fix")}
    assert found["progress"]["detail"] == "3 things"
    assert found["undo"]["detail"] == "3 commands can be taken back"


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:200])


def wrong(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"[items", b"[[items", 1))


def flood(path: Path) -> None:
    path.write_bytes(bytes(17 * 1024 * 1024))


@pytest.mark.parametrize("damage", [cut, wrong, flood])
def test_a_damaged_file_is_restored_from_the_last_good_copy_and_its_bytes_are_kept(
    marked: Shell, damage: Callable[[Path], None]
) -> None:
    damage(progress(marked))
    damaged = progress(marked).read_bytes()
    seen = marked("list --json").stdout
    assert not_ok(marked) == ["progress"]
    said = marked("doctor")
    assert (said.code, said.stderr) == (
        1,
        "llmpath: not well: progress. Mend what can be mended: llmpath doctor --fix\n",
    )
    assert "restored from its backups, and kept as progress.toml.damaged-" in mended(marked)
    assert marked.ok("list --json") == seen
    assert done(marked) == ["calculus", "vectors"]
    assert damaged in contents(marked).values()
    marked.ok("mark done perceptron")


def test_a_file_that_is_gone_is_restored_from_its_backups(marked: Shell) -> None:
    progress(marked).unlink()
    assert not_ok(marked) == ["progress"]
    assert "was gone: restored from its backups" in mended(marked)
    assert done(marked) == ["calculus", "vectors"]


@pytest.mark.parametrize("put", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")], ids=["FIFO", "zeros"])
def test_what_is_no_file_of_ours_is_put_aside_as_it_is(marked: Shell, put: Callable[[Path], None]) -> None:
    progress(marked).unlink()
    put(progress(marked))
    mended(marked)
    assert progress(marked).is_file()
    (aside,) = marked.state.glob("progress.toml.damaged-*")
    assert aside.is_fifo() or os.readlink(aside) == "/dev/zero"
    assert done(marked) == ["calculus", "vectors"]


def test_a_folder_in_its_place_is_left_to_the_person(marked: Shell) -> None:
    progress(marked).unlink()
    progress(marked).mkdir()
    fixed = checks(marked, "doctor --fix")["progress"]
    assert (fixed["ok"], fixed["fix"].split(":")[0]) == (False, "move it away")
    assert marked("doctor --fix").code == 1


def test_a_newer_format_is_not_touched(marked: Shell) -> None:
    path = progress(marked)
    path.write_bytes(path.read_bytes().replace(b"format = 1", b"format = 2", 1))
    (marked.state / "progress 2.toml").write_text("not TOML [")
    before = contents(marked)
    fixed = marked("doctor --fix")
    assert (fixed.code, fixed.stderr.count("\n")) == (1, 1)
    assert "Update llmpath to change it" in fixed.stdout
    assert contents(marked) == before


def test_conflict_copies_are_joined_for_good_and_kept(marked: Shell, clock: FakeClock) -> None:
    other = Shell(marked.home.parent / "other", clock)
    other.ok("mark done perceptron")
    shutil.copy(progress(other), marked.state / "progress 2.toml")
    (marked.state / "progress (conflicted copy).toml").write_text("not TOML [")
    before = {name: content for name, content in contents(marked).items() if name != "progress.toml.bak"}
    seen = marked("list --json").stdout
    assert not_ok(marked) == ["conflict copies"]
    said = mended(marked)
    assert "joined for good, and kept as progress 2.toml.joined-" in said
    assert "put aside what cannot be read as progress (conflicted copy).toml.damaged-" in said
    assert marked.ok("list --json") == seen
    assert "perceptron" in done(marked)
    assert set(before.values()) <= set(contents(marked).values())


def test_a_bad_backup_is_put_aside(marked: Shell) -> None:
    cut(marked.state / "progress.toml.bak")
    broken = (marked.state / "progress.toml.bak").read_bytes()
    assert not_ok(marked) == ["backups"]
    mended(marked)
    assert broken in contents(marked).values()
    assert not (marked.state / "progress.toml.bak").exists()


def test_what_is_understood_of_a_damaged_undo_file_stays(marked: Shell) -> None:
    path = marked.state / "undo.toml"
    path.write_bytes(path.read_bytes() + b"[[commands]]\nnot TOML [")
    broken = path.read_bytes()
    assert not_ok(marked) == ["undo"]
    mended(marked)
    assert broken in contents(marked).values()
    marked.ok("undo 3")
    assert done(marked) == []


def test_modes_are_mended(marked: Shell) -> None:
    marked.state.chmod(0o755)
    progress(marked).chmod(0o444)
    found = checks(marked)["permissions"]
    assert (found["ok"], found["fix"]) == (False, "llmpath doctor --fix sets folder 0700, files 0600")
    mended(marked)
    assert marked.state.stat().st_mode & 0o777 == 0o700
    assert progress(marked).stat().st_mode & 0o777 == 0o600


def test_a_link_at_the_lock_is_removed(marked: Shell) -> None:
    victim = marked.home / "victim"
    victim.write_text("mine")
    (marked.state / "progress.lock").unlink()
    (marked.state / "progress.lock").symlink_to(victim)
    assert marked("mark done perceptron").code == 1
    assert checks(marked)["permissions"]["fix"] == "llmpath doctor --fix removes the link"
    mended(marked)
    marked.ok("mark done perceptron")
    assert victim.read_text() == "mine"


def test_stamps_far_ahead_are_put_back_in_their_order(
    run: Shell, clock: FakeClock, browser: Callable[[], list[str]]
) -> None:
    assert browser() == []
    clock.time += timedelta(days=26_000)
    run.ok("mark done micrograd/1")
    run.ok("mark todo micrograd/1")
    run.ok("mark done micrograd/2")
    run.ok("open micrograd --from-start")
    clock.time -= timedelta(days=26_000)
    run.ok("mark done calculus")
    seen = run.ok("list --json")
    found = checks(run)["clock"]
    assert "stamps are over a day ahead, up to 2098-01" in found["detail"]
    assert found["fix"].startswith("if that is right, llmpath doctor --fix")
    mended(run)
    assert run.ok("list --json") == seen
    assert "2098" not in "".join(progress(run).read_text().split("[days.")[0])
    undone = run("undo 4")
    assert undone.code == 0
    assert "left alone" not in undone.stdout
    assert done(run) == []


def test_nothing_is_put_back_by_a_clock_that_cannot_be_right(marked: Shell, clock: FakeClock) -> None:
    before = contents(marked)
    clock.time = clock.time.replace(year=1970)
    fixed = marked("doctor --fix")
    assert fixed.code == 1
    assert "before there was an llmpath" in fixed.stdout
    assert contents(marked) == before


def test_a_clock_an_hour_behind_is_well(marked: Shell, clock: FakeClock) -> None:
    clock.time -= timedelta(minutes=59)
    assert checks(marked)["clock"]["ok"]
    clock.time -= timedelta(minutes=2)
    assert not checks(marked)["clock"]["ok"]


def test_a_home_that_is_a_link_is_masked_whole(marked: Shell, tmp_path: Path) -> None:
    link = tmp_path / "home-of-ada"
    link.symlink_to(marked.home)
    shown = Shell(link, marked.clock, {"LLMPATH_STATE_DIR": str(marked.state)}).ok("doctor")
    assert "~/.local/state/llmpath" in shown
    assert str(link) not in shown
    assert str(marked.home) not in shown


def test_a_clock_some_hours_behind_is_said(marked: Shell, clock: FakeClock) -> None:
    clock.time -= timedelta(hours=5)
    found = checks(marked)["clock"]
    assert not found["ok"]
    assert "the newest mark is of 2026-11-24 12:00 UTC" in found["detail"]


def test_a_copied_home_is_said(marked: Shell) -> None:
    path = progress(marked)
    host = path.read_text().splitlines()[2]
    path.write_text(path.read_text().replace(host, 'host = "000000"'))
    assert "copied from another machine" in checks(marked)["device"]["detail"]


def test_entries_that_are_not_understood_are_named_and_left_to_the_person(marked: Shell) -> None:
    path = progress(marked)
    path.write_text(path.read_text().replace('status = "done"', 'status = "perfect"', 1))
    found = checks(marked, "doctor --fix")["progress"]
    assert not found["ok"]
    assert "status is none of todo, doing, done, skipped" in found["detail"]
    assert 'status = "perfect"' in path.read_text()


def test_an_edit_is_no_damage(marked: Shell, clock: FakeClock) -> None:
    path = progress(marked)
    path.write_text(path.read_text().replace('status = "done"', 'status = "todo"', 1))
    os.utime(path, (clock.time.timestamp(), clock.time.timestamp()))
    assert "edited by hand" in checks(marked)["progress"]["detail"]
    assert not_ok(marked) == []


def test_the_home_is_masked_and_notes_are_not_shown(marked: Shell) -> None:
    path = progress(marked)
    text = path.read_text()
    device = text.splitlines()[1].split('"')[1]
    stamped = f"at = 2026-11-24 12:00:00+00:00\nby = '{device}'"
    note = f'[[items.x.notes]]\nid = "n"\ntext = "my secret"\nmoment = -1\non = 2026-11-24\n{stamped}\n'
    path.write_text(text.replace("[days.", f"{note}\n[days.", 1))
    wrong(marked.state / "progress.toml.bak")
    answers = [marked(line) for line in ("doctor", "doctor --json", "doctor --fix")]
    shown = "".join(answer.stdout + answer.stderr for answer in answers)
    assert "moment is negative" in shown
    assert str(marked.home) not in shown
    assert "my secret" not in shown


def test_without_a_place_the_doctor_says_what_to_do(run: Shell) -> None:
    run.environ["HOME"] = "relative"
    found = checks(run, "doctor --fix")["place"]
    assert (found["ok"], found["fix"]) == (False, "set HOME or LLMPATH_STATE_DIR")


def test_a_curriculum_that_is_none_is_said(marked: Shell, curriculum: Callable[[str], Path]) -> None:
    marked.environ["LLMPATH_CURRICULUM"] = str(curriculum("not TOML ["))
    assert not_ok(marked) == ["curriculum"]
    marked.environ["LLMPATH_CURRICULUM"] = "/nowhere.toml"
    assert not_ok(marked) == ["curriculum"]
