"""Pipes and folders at every name that llmpath reads or writes: nothing waits, nothing breaks."""

import os
import signal
from collections.abc import Iterator

import pytest

from hostile.learner import Learner

NAMES = (
    "progress.toml", "progress.toml.bak", "progress.lock", "undo.toml", "backup-2026-11-24.toml",
    "backup-2026-11-01.toml", "progress 2.toml", ".progress.aaaaaaaaaaaa.tmp",
)  # fmt: skip


class Waiting(BaseException):
    """A command waits for ever; nothing in it may catch this."""


@pytest.fixture
def _in_time() -> Iterator[None]:
    """A command that waits for ever is a failure, not a test that never ends."""

    def stop(*_: object) -> None:
        raise Waiting

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.usefixtures("_in_time")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["pipe", "folder"])
def test_a_pipe_or_a_folder_at_any_name_stops_nothing_for_ever(
    learner: Learner, name: str, kind: str
) -> None:
    state = learner.run.state
    state.mkdir(parents=True)
    if kind == "pipe":
        os.mkfifo(state / name)
    else:
        (state / name).mkdir()
    for line in ("list --parts", "doctor", "done 2.1", "undo", "doctor --fix"):
        result = learner(line)
        assert result.code in {0, 1}
        assert all(text.startswith("llmpath: ") for text in result.stderr.splitlines())
