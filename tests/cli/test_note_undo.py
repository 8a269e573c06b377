"""Notes taken back and brought back, alone and beside the notes of another machine."""

import shutil

import pytest

from cli.answers import answer, screen
from shell import FakeClock, Shell

LINES = ["note vectors -m new", "note micrograd/3 -m new", "note --edit {id} -m new", "note --delete {id}"]


def notes(run: Shell) -> list[tuple[str, str]]:
    return [(note["id"], note["text"]) for note in answer(run, "note --list")["notes"]]


@pytest.fixture
def noted(run: Shell) -> str:
    """The id of a note that stands."""
    run.ok("note vectors -m old")
    ((id_, _),) = notes(run)
    return id_


@pytest.mark.parametrize("line", LINES)
def test_undo_takes_it_back_and_redo_brings_it_back(run: Shell, noted: str, line: str) -> None:
    before = run.ok("list --json"), notes(run)
    run.ok(line.format(id=noted))
    changed = notes(run)
    assert changed != before[1]
    run.ok("undo")
    assert (run.ok("list --json"), notes(run)) == before
    run.ok("redo")
    assert notes(run) == changed
    run.ok("undo 2")
    assert notes(run) == []
    run.ok("redo")
    assert notes(run) == [(noted, "old")]
    run.ok("redo")
    assert notes(run) == changed


@pytest.mark.parametrize("line", LINES)
def test_a_copy_from_before_or_after_joins_without_a_change(run: Shell, noted: str, line: str) -> None:
    path, copy = run.state / "progress.toml", run.state / "progress 2.toml"
    earlier = path.read_bytes()
    run.ok(line.format(id=noted))
    changed, later = notes(run), path.read_bytes()
    copy.write_bytes(earlier)
    assert notes(run) == changed
    run.ok("undo")
    copy.write_bytes(later)
    assert notes(run) == [(noted, "old")]
    run.ok("redo")
    copy.write_bytes(earlier)
    assert notes(run) == changed


@pytest.fixture
def other(run: Shell, clock: FakeClock, noted: str) -> Shell:
    """Another machine that has the same note."""
    shell = Shell(run.home.parent / "other", clock)
    shell.ok("mark done tensors")
    copy = shell.state / "progress 2.toml"
    shutil.copy(run.state / "progress.toml", copy)
    shell.ok("mark done calculus")
    copy.unlink()
    assert notes(shell) == [(noted, "old")]
    return shell


def test_what_another_machine_changed_later_is_left_alone_and_said(
    run: Shell, other: Shell, noted: str
) -> None:
    run.ok(["note", "--edit", noted, "-m", "ours"])
    other.ok(["note", "--edit", noted, "-m", "theirs"])
    shutil.copy(other.state / "progress.toml", run.state / "progress 2.toml")
    assert notes(run) == [(noted, "theirs")]
    assert run.ok("undo").splitlines()[1:] == ["left alone where it was changed later: 6.2 vectors, Vectors"]
    assert notes(run) == [(noted, "theirs")]


def test_notes_of_two_machines_stand_together_and_each_takes_back_its_own(
    run: Shell, other: Shell, noted: str
) -> None:
    run.ok("note vectors -m ours")
    other.ok("note vectors -m theirs")
    other.ok(f"note --delete {noted}")
    shutil.copy(other.state / "progress.toml", run.state / "progress 2.toml")
    assert [text for _, text in notes(run)] == ["ours", "theirs"]
    run.ok("undo")
    assert [text for _, text in notes(run)] == ["theirs"]
    run.ok("redo")
    assert sorted(text for _, text in notes(run)) == ["ours", "theirs"]


def test_a_later_edit_brings_back_what_another_machine_deleted(run: Shell, other: Shell, noted: str) -> None:
    other.ok(f"note --delete {noted}")
    run.ok(["note", "--edit", noted, "-m", "still true"])
    shutil.copy(other.state / "progress.toml", run.state / "progress 2.toml")
    assert notes(run) == [(noted, "still true")]


def test_the_line_names_the_thing_and_says_no_status(run: Shell, noted: str) -> None:
    assert noted
    assert (
        run.ok("undo") == "undone: note vectors -m old: 6.2 vectors, Vectors; llmpath redo brings it back\n"
    )
    assert run.ok("redo") == "redone: note vectors -m old: 6.2 vectors, Vectors; llmpath undo takes it back\n"


def test_the_log_has_a_line_for_each_that_fits_the_terminal(run: Shell) -> None:
    run.ok(["note", "vectors", "-m", "first\nsecond " + "word " * 50])
    (line,) = screen(run, "log", 80).splitlines()
    assert len(line) <= 80
    assert "note vectors -m 'first second " in line
