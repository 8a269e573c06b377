"""What several tests of the command line work with: a small curriculum, and a browser that works."""

from collections.abc import Callable
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
