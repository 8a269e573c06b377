"""What several tests of the command line work with: a small curriculum, and a browser that works."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from shell import Shell

CURRICULUM = """
[[sections]]
id = "start"
title = "Start"
[[sections.resources]]
id = "setup"
kind = "task"
title = "Set it up"
[[sections.resources]]
id = "lessons"
kind = "course"
title = "Lessons"
url = "https://example.org/lessons"
parts = [{ title = "One", duration = "30:00" }, { title = "Two" }, { title = "Three" }]
[[sections.resources]]
id = "talk"
kind = "video"
title = "A talk"
url = "https://youtu.be/VMj-3S1tku0"
duration = "20:00"
chapters = [
  { start = "0:00", title = "Hello" },
  { start = "5:00", title = "Middle" },
  { start = "15:00", title = "End" },
]
"""


@pytest.fixture
def path(run: Shell, browser: Callable[[], list[str]], curriculum: Callable[[str], Path]) -> Shell:
    """A shell with a small curriculum, and a browser that works."""
    assert browser() == []
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(CURRICULUM))
    return run


@pytest.fixture
def piped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[bytes], None]]:
    """Puts bytes on the standard input of the commands that follow."""
    with ExitStack() as opened:

        def put(content: bytes) -> None:
            path = tmp_path / "stdin"
            path.write_bytes(content)
            monkeypatch.setattr(sys, "stdin", opened.enter_context(path.open(encoding="utf-8")))

        yield put
