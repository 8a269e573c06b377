"""Progress edited with an editor is welcome; the edit is a change of its own time."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from shell import Shell


@pytest.fixture
def marked(run: Shell) -> Shell:
    run.ok("mark done calculus --on 2026-11-20")
    run.ok("mark skipped vectors")
    return run


def progress(run: Shell) -> Path:
    return run.state / "progress.toml"


def status(run: Shell, ref: str) -> str:
    for line in run.ok("list").splitlines():
        words = line.split()
        if ref in words:
            return words[1]
    raise AssertionError(ref)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_a_status_changed_without_its_stamp_counts_as_changed_when_the_file_was(marked: Shell) -> None:
    path = progress(marked)
    edit(path, 'status = "done"', 'status = "todo"')
    assert status(marked, "calculus") == "todo"
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    marked.ok("mark done perceptron")
    assert status(marked, "calculus") == "todo"
    assert f"{changed:%Y-%m-%d %H:%M:%S}" in path.read_text()


def test_what_was_not_edited_keeps_its_stamp(marked: Shell) -> None:
    path = progress(marked)
    stamp = next(line for line in path.read_text().splitlines() if line.startswith("at = "))
    edit(path, 'status = "skipped"', 'status = "done"')
    marked.ok("mark done perceptron")
    assert stamp in path.read_text()


def test_an_item_written_without_stamps_counts(marked: Shell) -> None:
    path = progress(marked)
    with path.open("a") as file:
        file.write('\n[items."youtube:VMj-3S1tku0".mark]\nstatus = "done"\non = 2026-11-23\n')
    assert status(marked, "micrograd") == "done"
    marked.ok("mark done perceptron")
    assert status(marked, "micrograd") == "done"
    assert path.read_text().count("\nat = ") == path.read_text().count("\nby = ") == 6


def test_an_item_deleted_is_todo_and_no_backup_brings_it_back(marked: Shell) -> None:
    path = progress(marked)
    text = path.read_text()
    start = text.index('[items."brilliant.org/courses/vectors"]')
    end = text.index("[days.")
    path.write_text(text[:start] + text[end:])
    assert status(marked, "vectors") == "todo"
    marked.ok("mark done perceptron")
    assert (status(marked, "vectors"), status(marked, "calculus")) == ("todo", "done")


def test_a_stamp_raised_by_hand_is_taken_at_its_word(marked: Shell) -> None:
    path = progress(marked)
    (marked.state / "progress.toml.bak").write_bytes(path.read_bytes())
    text = path.read_text()
    stamp = next(line for line in text.splitlines() if line.startswith("at = "))
    path.write_text(text.replace(stamp, "at = 2031-01-01 00:00:00.000000+00:00", 1))
    marked.ok("mark done perceptron")
    assert "2031-01-01 00:00:00" in path.read_text()


def test_without_a_backup_all_counts_as_edited(marked: Shell) -> None:
    path = progress(marked)
    (marked.state / "progress.toml.bak").unlink()
    edit(path, 'status = "done"', 'status = "todo"')
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    marked.ok("mark done perceptron")
    assert path.read_text().count(f"at = {changed:%Y-%m-%d %H:%M:%S}") >= 2


def test_the_newest_mark_changed_without_its_stamp_wins_over_a_conflict_copy_of_it(marked: Shell) -> None:
    path = progress(marked)
    (marked.state / "progress 2.toml").write_bytes(path.read_bytes())
    edit(path, 'status = "skipped"', 'status = "doing"')
    assert status(marked, "vectors") == "doing"
    marked.ok("mark done perceptron")
    assert status(marked, "vectors") == "doing"


def test_the_newest_mark_left_as_it_is_can_still_be_taken_back(marked: Shell) -> None:
    edit(progress(marked), 'status = "done"', 'status = "todo"')
    marked.ok("undo")
    assert (status(marked, "calculus"), status(marked, "vectors")) == ("todo", "todo")


@pytest.mark.parametrize("beside", ["progress 2.toml", "progress.sync-conflict-20261124-101500-ABCDEFG.toml"])
def test_edits_count_with_a_conflict_copy_and_a_backup_of_what_was_before(marked: Shell, beside: str) -> None:
    path = progress(marked)
    (marked.state / beside).write_bytes(path.read_bytes())
    (marked.state / "progress.toml.bak").write_bytes(path.read_bytes())
    edit(path, 'status = "done"', 'status = "todo"')
    with path.open("a") as file:
        file.write('\n[items."youtube:VMj-3S1tku0".mark]\nstatus = "done"\non = 2026-11-23\n')
    for line in ("list", "mark done perceptron", "list"):
        marked.ok(line)
        assert (status(marked, "calculus"), status(marked, "micrograd")) == ("todo", "done")


def test_an_item_deleted_comes_back_with_a_conflict_copy_that_has_it(marked: Shell) -> None:
    path = progress(marked)
    text = path.read_text()
    (marked.state / "progress 2.toml").write_text(text)
    start = text.index('[items."brilliant.org/courses/vectors"]')
    path.write_text(text[:start] + text[text.index("[days.") :])
    assert status(marked, "vectors") == "skipped"


def test_wrong_toml_beside_a_conflict_copy_is_the_last_good_copy_and_that_one(marked: Shell) -> None:
    path = progress(marked)
    (marked.state / "progress 2.toml").write_bytes(path.read_bytes())
    edit(path, 'status = "done"', "status = done")
    broken = path.read_bytes()
    listed = marked("list --ids --status done --status skipped")
    assert (listed.code, listed.stdout.split()) == (0, ["calculus", "vectors"])
    assert "(at line " in listed.stderr
    assert marked("mark done perceptron").code == 1
    assert path.read_bytes() == broken
