"""What the pages for learners show is what the program answers on a terminal of 80 columns."""

import re
from pathlib import Path

import pytest

from sessions.terminal import Terminal

ROOT = Path(__file__).parents[2]
PAGES = ["README.md", "docs/getting-started.md", "docs/refs-and-marks.md"]
PLAYED = re.compile(r"^```(?:console|\w+ \S+)\n.*?^```$", re.MULTILINE | re.DOTALL)
"""Sessions, and files with a name."""


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_what_is_answered(terminal: Terminal, page: str) -> None:
    blocks = PLAYED.findall((ROOT / page).read_text("utf-8"))
    assert blocks
    terminal.columns = 80
    terminal.play("\n".join(blocks))
