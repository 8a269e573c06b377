"""What is read where the progress file is damaged, and what becomes of it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from llmpath.store import atomic
from shell import Shell


@pytest.fixture
def marked(run: Shell) -> Shell:
    """A learner with three marks, the last of them not in the backup yet."""
    for ref in ("calculus", "vectors", "tensors"):
        run.ok(f"mark done {ref}")
    return run


def put_aside(run: Shell) -> list[Path]:
    return [path for path in run.state.iterdir() if path.name.startswith("progress.toml.damaged-")]


def done(run: Shell) -> set[str]:
    return set(run("list --status done --ids").stdout.split())


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:0],
        lambda content: bytes(len(content)),
        lambda content: content[: len(content) // 2],
        lambda content: content.replace(b"# end of llmpath progress", b"# "),
    ],
    ids=["empty", "NULs", "cut in half", "without its last line"],
)
def test_a_cut_file_is_read_from_its_backups_and_kept(
    marked: Shell, damage: Callable[[bytes], bytes]
) -> None:
    path = marked.state / "progress.toml"
    broken = damage(path.read_bytes())
    path.write_bytes(broken)
    assert done(marked) == {"calculus", "vectors"}
    listed = marked("list --json")
    assert listed.code == 0
    assert listed.stderr.startswith("llmpath: progress.toml is cut short")
    assert len(listed.stderr.splitlines()) == 1
    device = (marked.state / "progress.toml.bak").read_text().splitlines()[1]
    assert marked("mark done perceptron").code == 0
    assert [copy.read_bytes() for copy in put_aside(marked)] == [broken]
    assert done(marked) == {"calculus", "vectors", "perceptron"}
    assert path.read_text().splitlines()[1] == device


@pytest.mark.parametrize("cut", range(0, 900, 41))
def test_a_file_cut_anywhere_never_has_less_than_the_version_before(marked: Shell, cut: int) -> None:
    path = marked.state / "progress.toml"
    path.write_bytes(path.read_bytes()[:cut])
    assert done(marked) >= {"calculus", "vectors"}


@pytest.mark.parametrize(
    "mend",
    [
        lambda content: b"\xef\xbb\xbf" + content,
        lambda content: content.replace(b"\n", b"\r\n"),
        lambda content: content + b"\n\n\n",
        lambda content: content + bytes(512),
    ],
    ids=["BOM", "CRLF", "blank lines", "NULs behind it"],
)
def test_what_is_no_damage_is_read_without_a_word(marked: Shell, mend: Callable[[bytes], bytes]) -> None:
    path = marked.state / "progress.toml"
    path.write_bytes(mend(path.read_bytes()))
    assert marked.ok("list --status done --ids").split() == ["calculus", "vectors", "tensors"]
    marked.ok("mark done perceptron")
    assert put_aside(marked) == []


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe", b"items = 3\n", b"[" * 20_000, b"n = " + b"9" * 5000, b'a = "\n'],
    ids=["not UTF-8", "no table", "deep", "huge number", "open text"],
)
def test_a_wrong_file_is_read_from_its_backup_and_not_written_over(marked: Shell, content: bytes) -> None:
    path = marked.state / "progress.toml"
    end = path.read_bytes().splitlines(keepends=True)[-1]
    path.write_bytes(content + b"\n" + end)
    listed = marked("list --status done --ids")
    assert (listed.code, listed.stdout.split()) == (0, ["calculus", "vectors"])
    assert "using the last good copy" in listed.stderr
    refused = marked("mark done perceptron")
    assert (refused.code, refused.stdout) == (1, "")
    assert path.read_bytes() == content + b"\n" + end


def _directory(path: Path) -> None:
    path.mkdir()


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _flood(path: Path) -> None:
    path.write_bytes(bytes(17 * 1024 * 1024))


@pytest.mark.parametrize("put", [_directory, _fifo, _device, _flood])
def test_what_is_no_file_of_ours_is_neither_waited_for_nor_replaced(
    marked: Shell, put: Callable[[Path], None]
) -> None:
    path = marked.state / "progress.toml"
    path.unlink()
    put(path)
    listed = marked("list --status done --ids")
    assert (listed.code, listed.stdout.split()) == (0, ["calculus", "vectors"])
    assert marked("mark done perceptron").code == 1
    assert not path.is_file() or path.stat().st_size == 17 * 1024 * 1024


def test_a_newer_format_is_read_and_not_changed(marked: Shell) -> None:
    path = marked.state / "progress.toml"
    newer = path.read_bytes().replace(b"format = 1", b"format = 2", 1)
    path.write_bytes(newer)
    assert marked.ok("list --status done --ids").split() == ["calculus", "vectors", "tensors"]
    for command in ("mark done perceptron", "undo", "redo"):
        refused = marked(command)
        assert refused.code == 1
        assert "newer llmpath" in refused.stderr
    assert path.read_bytes() == newer


def test_what_is_not_known_rides_along(marked: Shell) -> None:
    path = marked.state / "progress.toml"
    text = path.read_text().replace("[items.", 'mood = "good"\n\n[items.', 1)
    text = text.replace('title = "Vectors"', 'title = "Vectors"\nstars = 5', 1)
    path.write_text(text)
    marked.ok("mark done perceptron")
    written = path.read_text()
    assert 'mood = "good"' in written
    assert "stars = 5" in written


def test_one_bad_entry_is_passed_over_said_and_kept(marked: Shell) -> None:
    path = marked.state / "progress.toml"
    path.write_text(path.read_text().replace('status = "done"', 'status = "perfect"', 1))
    listed = marked("list --status done --ids")
    assert len(listed.stdout.split()) == 2
    assert "status is none of todo, doing, done, skipped" in listed.stderr
    assert marked("mark done perceptron").code == 0
    assert 'status = "perfect"' in path.read_text()


def test_what_would_be_too_large_to_be_read_again_is_not_written(
    run: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.ok("mark done vectors")
    before = (run.state / "progress.toml").read_bytes()
    monkeypatch.setattr(atomic, "SIZE_LIMIT", len(before) + 1000)
    result = run(["note", "vectors", "-m", "long " * 300])
    assert (result.stdout, result.code) == ("", 1)
    assert result.stderr.startswith("llmpath: cannot save progress: it would be larger than ")
    assert (run.state / "progress.toml").read_bytes() == before


def test_what_stands_in_the_way_of_a_backup_is_named(run: Shell) -> None:
    run.ok("mark done vectors")
    backup = run.state / "progress.toml.bak"
    backup.unlink(missing_ok=True)
    backup.mkdir()
    result = run("mark done tensors")
    assert result.code == 1
    assert result.stderr.startswith(f"llmpath: cannot save progress: Is a directory: {backup}. Nothing was ")
