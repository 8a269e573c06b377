"""Links, pipes and folders put at every name that llmpath writes: nothing beyond the name is touched."""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from hostile.commands import WRITING
from hostile.learner import Learner
from llmpath.store import atomic

TODAY = "backup-2026-11-24.toml"
TEMPORARY = ".progress.aaaaaaaaaaaa.tmp"
REPLACED = ("progress.toml.bak", TODAY, "backup-2026-11-01.toml", "undo.toml", TEMPORARY, "progress 2.toml")
"""What is written by renaming over it, or only read."""
SECRET = b"Host *\n"
LINES = (*WRITING, "log", "doctor")


@pytest.fixture
def state(learner: Learner, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder; the names of temporary files in it can be guessed."""
    learner.run.state.mkdir(parents=True)
    monkeypatch.setattr(secrets, "token_hex", lambda count: "a" * 2 * count)
    return learner.run.state


@pytest.fixture
def victim(tmp_path: Path) -> Iterator[Path]:
    """A file of somebody's, alone in a folder, that stays as it is."""
    path = tmp_path / "elsewhere" / "config"
    path.parent.mkdir()
    path.write_bytes(SECRET)
    path.chmod(0o640)
    before = path.stat()
    yield path
    assert os.listdir(path.parent) == [path.name]
    after = path.stat()
    assert path.read_bytes() == SECRET
    assert (after.st_mode, after.st_ino, after.st_mtime_ns) == (
        before.st_mode,
        before.st_ino,
        before.st_mtime_ns,
    )


def run_all(learner: Learner, *, wrong: tuple[str, ...] = ()) -> None:
    """Run what writes: these lines are refused in one line, all others work; `doctor` may say either."""
    for line in LINES:
        result = learner(line)
        assert line.startswith("doctor") or result.code == (line in wrong), (line, result)
        assert result.code == 0 or result.stderr.count("llmpath: ") == 1, (line, result)


@pytest.mark.parametrize("name", REPLACED)
def test_a_link_to_a_file_is_replaced_and_not_followed(
    learner: Learner, state: Path, victim: Path, name: str
) -> None:
    (state / name).symlink_to(victim)
    run_all(learner)
    assert len(learner("log").stdout.splitlines()) > 5


@pytest.mark.parametrize("name", REPLACED)
def test_a_link_to_nothing_makes_nothing(learner: Learner, state: Path, victim: Path, name: str) -> None:
    (state / name).symlink_to(victim.with_name("not-there"))
    run_all(learner)


@pytest.mark.parametrize("target", ["config", "not-there"])
def test_a_link_at_the_name_of_the_lock_is_refused_until_doctor_removes_it(
    learner: Learner, state: Path, victim: Path, target: str
) -> None:
    (state / "progress.lock").symlink_to(victim.with_name(target))
    run_all(learner, wrong=WRITING)
    assert not (state / "progress.lock").is_symlink()
    assert learner("done 2.1").code == 0


def test_a_link_that_comes_between_is_not_written_through(
    learner: Learner, state: Path, victim: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic, "sweep", lambda _directory: (state / TEMPORARY).symlink_to(victim))
    result = learner("done 2.1")
    assert (result.code, result.stdout) == (1, "")
    assert result.stderr.startswith("llmpath: cannot save progress: File exists")
    assert sorted(os.listdir(state)) == ["progress.lock"]


def test_a_link_at_the_name_of_progress_is_followed_and_kept(
    learner: Learner, state: Path, tmp_path: Path
) -> None:
    real = tmp_path / "cloud" / "mine.toml"
    real.parent.mkdir()
    (state / "progress.toml").symlink_to(real)
    run_all(learner)
    assert (state / "progress.toml").readlink() == real
    assert real.read_bytes() == (state / "progress.toml").read_bytes() != b""
    assert os.listdir(real.parent) == [real.name]
    assert real.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_no_progress_is_kept_when_a_link_leads_to_it(
    learner: Learner, state: Path, tmp_path: Path
) -> None:
    real = tmp_path / "config"
    real.write_bytes(SECRET)
    (state / "progress.toml").symlink_to(real)
    assert learner("done 2.1").code == 0
    (kept,) = state.glob("progress.toml.damaged-*")
    assert kept.read_bytes() == SECRET


def test_what_lies_beside_the_file_that_a_link_leads_to_is_left_alone(
    learner: Learner, state: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (state / "progress.toml").symlink_to(folder / "mine.toml")
    others = {folder / name: f"title = '{name}'\n" for name in ("progress-report.toml", "progress 2.toml")}
    for path, content in others.items():
        path.write_text(content)
    run_all(learner)
    assert {path: path.read_text() for path in others} == others
    assert set(folder.iterdir()) == {folder / "mine.toml", *others}


def test_a_link_to_a_folder_at_the_name_of_progress_is_refused(
    learner: Learner, state: Path, victim: Path
) -> None:
    (state / "progress.toml").symlink_to(victim.parent)
    for line in ("done 2.1", "open 1.1", "undo"):
        result = learner(line)
        assert (result.code, "cannot be read" in result.stderr) == (1, True)
    learner("doctor --fix")


def test_a_state_folder_that_is_a_link_is_followed(learner: Learner, tmp_path: Path) -> None:
    real = tmp_path / "cloud"
    real.mkdir(mode=0o700)
    for name in ("other.txt", "progress 2.toml"):
        (real / name).write_bytes(SECRET)
    learner.run.state.parent.mkdir(parents=True)
    learner.run.state.symlink_to(real)
    assert learner("doctor").stdout.count("progress 2.toml") == 1
    run_all(learner)
    assert learner("doctor").code == 0
    assert (real / "other.txt").read_bytes() == SECRET
    assert {"progress.toml", "undo.toml"} <= set(os.listdir(real))


def test_a_state_folder_that_is_a_link_to_nothing_is_said(learner: Learner, victim: Path) -> None:
    learner.run.state.parent.mkdir(parents=True)
    learner.run.state.symlink_to(victim.with_name("not-there"))
    run_all(learner, wrong=tuple(line for line in WRITING if not line.startswith("doctor")))
