"""A state folder that cannot be written, and a disk that is full: one line, and the file as it was."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from e2e.program import Program, after, one_line

ORDINARY = after("""
import ctypes
if os.geteuid() == 0:  # root may write where nobody may, until it gives that up
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        assert ctypes.CDLL(None).prctl(24, capability, 0, 0, 0) == 0  # PR_CAPBSET_DROP
""")


def files_of(program: Program) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(program.state.iterdir())}


def with_room_for(size: int) -> list[str]:
    """A disk on which no file grows beyond `size` bytes; Python keeps no half of a compiled module there."""
    return after(
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)\n"
        "os.environ['PYTHONDONTWRITEBYTECODE'] = '1'",
        str(size),
    )


@pytest.fixture
def read_only(program: Program) -> Iterator[Program]:
    """The program with a state folder that has progress in it and cannot be written."""
    program.ok("mark done micrograd")
    program.state.chmod(0o500)
    yield program
    program.state.chmod(0o700)


def test_a_read_only_folder_is_said_and_left_alone(read_only: Program) -> None:
    before = files_of(read_only)
    for line in ("mark done vectors", "undo"):
        answer = read_only(line, by=ORDINARY)
        assert (answer.stdout, answer.code) == ("", 1)
        assert one_line(answer).startswith("cannot save progress: Permission denied")
    assert files_of(read_only) == before


def test_a_read_only_folder_is_read(read_only: Program) -> None:
    answer = read_only("list --status done --ids", by=ORDINARY)
    assert answer == ("zero-to-hero/1\nmicrograd\n", "", 0)


def test_open_opens_from_a_read_only_folder(read_only: Program, opened: Callable[[], list[str]]) -> None:
    answer = read_only("open vectors", by=ORDINARY)
    assert answer.code == 1
    assert one_line(answer).startswith("not recorded: cannot save progress: Permission denied")
    assert opened() == ["https://brilliant.org/courses/vectors/"]


@pytest.mark.parametrize("line", ["config speed 2", "config --unset speed"])
def test_settings_that_cannot_be_reached_are_said_with_their_place(program: Program, line: str) -> None:
    program.ok("config speed 1.5")
    folder = program.home / ".config/llmpath"
    folder.chmod(0o600)
    answer = program(line, by=ORDINARY)
    folder.chmod(0o700)
    assert (answer.stdout, answer.code) == ("", 1)
    assert "Permission denied" in answer.stderr.splitlines()[-1]
    assert str(folder) in answer.stderr.splitlines()[-1]


def test_a_read_only_home_is_said_on_the_first_mark(program: Program) -> None:
    program.home.chmod(0o500)
    answer = program("mark done vectors", by=ORDINARY)
    program.home.chmod(0o700)
    assert (answer.stdout, answer.code) == ("", 1)
    assert one_line(answer).startswith("cannot save progress: Permission denied")
    assert os.listdir(program.home) == []


@pytest.mark.parametrize("size", [0, 100])
def test_a_full_disk_on_the_first_mark_leaves_no_progress(program: Program, size: int) -> None:
    answer = program("mark done micrograd", by=with_room_for(size))
    assert (answer.stdout, answer.code) == ("", 1)
    assert one_line(answer).startswith("cannot save progress: File too large")
    assert files_of(program) == {"progress.lock": b""}


@pytest.mark.parametrize("command", ["mark done vectors", "undo"])
def test_a_full_disk_leaves_every_file_as_it_was(program: Program, command: str) -> None:
    program.ok("mark done micrograd")
    before = files_of(program)
    answer = program(command, by=with_room_for(100))
    assert (answer.stdout, answer.code) == ("", 1)
    assert one_line(answer).startswith("cannot save progress: File too large")
    assert files_of(program) == before


def test_a_disk_that_is_full_after_the_undo_file_keeps_progress(program: Program) -> None:
    program.ok("mark done karpathy first-principles essence-of-calculus pytorch")
    (program.state / "undo.toml").unlink()
    before = program.progress.read_bytes()
    answer = program("mark done vectors", by=with_room_for(len(before)))
    assert (answer.stdout, answer.code) == ("", 1)
    assert one_line(answer).startswith("cannot save progress: File too large")
    assert program.progress.read_bytes() == before
    assert "undo.toml" in files_of(program)
    assert not [name for name in files_of(program) if name.endswith(".tmp")]
    program.ok("undo")
    assert program.progress.read_bytes() == before
    assert "done: 6.2 vectors, Vectors" in program.ok("mark done vectors")


def test_open_opens_with_a_full_disk(program: Program, opened: Callable[[], list[str]]) -> None:
    answer = program("open vectors", by=with_room_for(100))
    assert answer.code == 1
    assert one_line(answer).startswith("not recorded: cannot save progress: File too large")
    assert opened() == ["https://brilliant.org/courses/vectors/"]


NOT_CONFIRMED = """
import os, stat

sync = os.fsync

def fsync(descriptor):
    with open(os.environ["PROGRESS"], "rb") as progress:
        is_renamed = b"VMj-3S1tku0" in progress.read()
    if is_renamed and stat.S_ISDIR(os.fstat(descriptor).st_mode):
        raise OSError(5, "Input/output error")
    sync(descriptor)

os.fsync = fsync
"""


def test_an_opening_that_the_disk_did_not_confirm_is_recorded(
    program: Program, opened: Callable[[], list[str]], tmp_path: Path
) -> None:
    program.ok("open vectors")
    (tmp_path / "sitecustomize.py").write_text(NOT_CONFIRMED)
    answer = program("open micrograd --json", PYTHONPATH=str(tmp_path), PROGRESS=str(program.progress))
    assert answer.code == 1
    assert json.loads(answer.stdout)["recorded"] is True
    assert json.loads(answer.stderr)["error"]["message"].startswith("saved, but the disk did not confirm it")
    assert program.recorded() == {"brilliant.org/courses/vectors", "youtube:VMj-3S1tku0"}
    assert len(opened()) == 2
