"""Clocks that are wrong: the later change wins all the same, and the days shown are true."""

import shutil
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from llmpath.domain.times import to_milliseconds
from llmpath.outside.clock import Clock
from shell import FakeClock, Shell

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
WRONG = [
    NOW + timedelta(days=1),
    NOW - timedelta(days=1),
    datetime(1970, 1, 1, tzinfo=UTC),
    datetime(2099, 1, 1, tzinfo=UTC),
]


def other(run: Shell, clock: FakeClock) -> Shell:
    return Shell(run.home.parent / "other", clock)


def carry(source: Shell, target: Shell) -> None:
    """Lay one machine's file beside another's, as a sync service does."""
    shutil.copy(source.state / "progress.toml", target.state / "progress 2.toml")


def status(run: Shell) -> str:
    return next(line.split()[1] for line in run("list").stdout.splitlines() if "calculus" in line.split())


@pytest.mark.parametrize("wrong", WRONG)
def test_the_later_change_wins_whichever_clock_is_wrong(run: Shell, wrong: datetime) -> None:
    strange = other(run, FakeClock(wrong))
    strange.ok("mark done calculus")
    run.ok("mark done vectors")
    carry(strange, run)
    run.ok("mark todo calculus")
    assert status(run) == "todo"
    carry(run, strange)
    assert status(strange) == "todo"
    strange.ok("mark skipped calculus")
    carry(strange, run)
    assert (status(run), status(strange)) == ("skipped", "skipped")


@pytest.mark.parametrize("wrong", WRONG)
def test_a_day_that_is_shown_is_the_day_of_the_clock_that_said_it(run: Shell, wrong: datetime) -> None:
    strange = other(run, FakeClock(wrong))
    strange.ok("mark done calculus")
    run.ok("mark done vectors")
    carry(strange, run)
    run.ok("mark todo calculus")
    run.ok("mark done calculus")
    assert "already done since 24 Nov" in run("mark done calculus").stdout
    assert '"on": "2026-11-24"' in run("show calculus --json").stdout


@pytest.mark.parametrize("wrong", WRONG)
def test_the_doctor_says_which_clock_is_ahead_or_behind(
    run: Shell, clock: FakeClock, wrong: datetime
) -> None:
    run.ok("mark done calculus")
    clock.time = wrong
    run("mark done vectors")
    clock.time = min(NOW, wrong) if wrong < NOW else NOW
    said = run("doctor").stdout
    line = next(line for line in said.splitlines() if " clock " in line)
    assert line.startswith("not ok")
    assert {1970: "before there was an llmpath", 2099: "over a day ahead"}.get(
        wrong.year, "the newest mark is of"
    ) in line


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize(
    ("utc", "day"),
    [
        ("2026-03-28T22:59:59", "2026-03-28"),
        ("2026-03-28T23:00:00", "2026-03-29"),
        ("2026-03-29T21:59:59", "2026-03-29"),
        ("2026-03-29T22:00:00", "2026-03-30"),
        ("2026-10-25T00:30:00", "2026-10-25"),
        ("2026-10-25T01:30:00", "2026-10-25"),
        ("2026-10-25T22:59:59", "2026-10-25"),
        ("2026-10-25T23:00:00", "2026-10-26"),
    ],
)
def test_the_local_day_is_right_when_summer_time_begins_and_ends(utc: str, day: str) -> None:
    at = to_milliseconds(datetime.fromisoformat(utc).replace(tzinfo=UTC))
    assert Clock().local_day(at) == date.fromisoformat(day)
