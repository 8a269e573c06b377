"""The terminal on which sessions are played."""

from pathlib import Path

import pytest

from sessions.terminal import Terminal
from shell import FakeClock


@pytest.fixture
def terminal(tmp_path: Path, clock: FakeClock) -> Terminal:
    """A terminal with a browser that writes down in `opened` what it was given."""
    script = tmp_path / "browser"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> "{tmp_path}/opened"\n')
    script.chmod(0o755)
    return Terminal(tmp_path, clock, {"BROWSER": str(script)})
