"""Progress cut or flipped at any byte: never less than the last good copy, and the bytes are kept."""

import random
import shutil

import pytest

from llmpath.store.copies import Verdict, read_copy
from llmpath.store.state import read_state
from shell import Shell

FLIPS, SHOWN = 1000, 20
MARKS = [
    "mark done calculus",
    "mark skipped vectors --on 2026-11-20",
    "mark done micrograd/1 micrograd/3",
    "mark doing pytorch",
    "mark done tensors --known",
]


@pytest.fixture
def content(run: Shell) -> bytes:
    """The bytes of a progress whose last mark is not in the backup yet."""
    for line in MARKS:
        run.ok(line)
    return (run.state / "progress.toml").read_bytes()


def fewest(run: Shell) -> int:
    """Return how many things the last good copy knows."""
    document = read_copy(run.state / "progress.toml.bak").document
    assert document
    return len(document.progress.items)


def flipped(content: bytes) -> list[bytes]:
    """Return contents with one byte another one, each from the same seed."""
    chance = random.Random(20261126)  # noqa: S311
    changed = []
    for _ in range(FLIPS):
        copy = bytearray(content)
        copy[chance.randrange(len(content))] ^= chance.randrange(1, 256)
        changed.append(bytes(copy))
    return changed


def test_cut_at_every_byte_it_knows_no_less_than_the_last_good_copy(run: Shell, content: bytes) -> None:
    known = fewest(run)
    for end in range(len(content)):
        (run.state / "progress.toml").write_bytes(content[:end])
        state = read_state(run.state)
        assert len(state.progress.items) >= known, end
        assert state.remarks or content.startswith(content[:end].rstrip()), end


def test_flipped_at_random_bytes_it_knows_no_less_than_the_last_good_copy(run: Shell, content: bytes) -> None:
    known = fewest(run)
    for changed in flipped(content):
        (run.state / "progress.toml").write_bytes(changed)
        assert len(read_state(run.state).progress.items) >= known, changed


def test_what_is_damaged_is_said_in_a_line_and_its_bytes_outlive_the_next_mark(
    run: Shell, content: bytes
) -> None:
    good = run.state.rename(run.state.with_name("good"))
    cuts = [content[:end] for end in range(0, len(content), len(content) // SHOWN)]
    for damaged in [*cuts, *flipped(content)[:SHOWN]]:
        shutil.copytree(good, run.state, dirs_exist_ok=True)
        (run.state / "progress.toml").write_bytes(damaged)
        verdict = read_copy(run.state / "progress.toml").verdict
        marked = run("mark done perceptron")
        kept = [path.read_bytes() for path in run.state.iterdir() if path.is_file()]
        assert marked.code == (verdict is Verdict.WRONG), marked
        assert len(marked.stderr.splitlines()) == (verdict is not Verdict.EDITED), marked
        assert damaged in kept
        shutil.rmtree(run.state)
