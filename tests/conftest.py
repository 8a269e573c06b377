"""Fixtures: a shell in a home of its own, a browser that writes down, a curriculum file."""

import os
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from shell import FakeClock, Shell

settings.register_profile("llmpath", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("llmpath")  # a busy machine is no failure


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def run(tmp_path: Path, clock: FakeClock) -> Shell:
    home = tmp_path / "home"
    home.mkdir()
    return Shell(home, clock)


@pytest.fixture
def browser(run: Shell, tmp_path: Path) -> Callable[[], list[str]]:
    """A browser that writes down what it was given; returns the links so far."""
    log, script = tmp_path / "opened", tmp_path / "browser"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> {shlex.quote(str(log))}\n')
    script.chmod(0o755)
    run.environ["BROWSER"] = str(script)
    return lambda: log.read_text().splitlines() if log.exists() else []


@pytest.fixture
def curriculum(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a curriculum file: its sections, under a head that is given."""

    def write(sections: str, *, head: str = 'schema = 1\nid = "mine"\ntitle = "Mine"\n') -> Path:
        path = tmp_path / "mine.toml"
        path.write_text(head + sections, encoding="utf-8")
        return path

    return write


@pytest.fixture(scope="session", autouse=True)
def _utc() -> Iterator[None]:
    """Local days are those of UTC in every test."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = "UTC"
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
