"""Fixtures: a learner with a browser that works, and each form of an answer in turn."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import typer.main

from hostile.learner import FORMS, Learner
from shell import Shell

_built = cache(typer.main.get_command)


@pytest.fixture(autouse=True)
def _parser_built_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Building the parser is most of the cost of a command in a process that stays."""
    monkeypatch.setattr(typer.main, "get_command", _built)


@pytest.fixture
def learner(run: Shell, browser: Callable[[], list[str]], tmp_path: Path) -> Learner:
    assert browser() == []
    return Learner(run, tmp_path / "mine.toml")


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name
