"""Fixtures: the installed program in an empty home, and a browser that writes down."""

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from e2e.program import Program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    home = tmp_path / "home"
    home.mkdir()
    return Program(home)


@pytest.fixture
def opened(program: Program, tmp_path: Path) -> Callable[[], list[str]]:
    """The program's browser writes down what it was given; returns the links so far."""
    log, script = tmp_path / "opened", tmp_path / "browser"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> {shlex.quote(str(log))}\n')
    script.chmod(0o755)
    program.environ["BROWSER"] = str(script)
    return lambda: log.read_text().splitlines() if log.exists() else []
