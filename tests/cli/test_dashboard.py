from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from cli.answers import answer, screen
from shell import FakeClock, Shell

TASKS = """
[[sections]]
id = "s"
title = "S"
[[sections.resources]]
id = "first"
kind = "task"
title = "First"
[[sections.resources]]
id = "second"
kind = "video"
title = "Second"
url = "https://youtu.be/VMj-3S1tku0"
duration = "1:00:00"
after = ["first"]
"""


@pytest.fixture
def tasks(run: Shell, curriculum: Callable[[str], Path]) -> Shell:
    """A shell with a task, and a video that comes after it."""
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(TASKS))
    return run


@pytest.mark.parametrize("columns", [80, 40, None])
def test_whole_screen_of_the_first_run(run: Shell, columns: int | None, snapshot: SnapshotAssertion) -> None:
    assert screen(run, "", columns) == snapshot


@pytest.mark.parametrize("columns", [80, 40, None])
def test_whole_screen(run: Shell, columns: int | None, snapshot: SnapshotAssertion) -> None:
    run.ok("mark done word-embeddings --on yesterday")
    run.ok("mark done 4.1.1 4.1.2 4.1.3 4.1.4")
    run.ok("mark skipped 4.1.4 perceptron")
    assert screen(run, "", columns) == snapshot


def test_the_first_run_says_what_this_is_and_how_to_begin(run: Shell) -> None:
    text = run.ok("")
    assert "llmpath keeps your place" in text
    assert "llmpath open" in text
    document = answer(run, "")
    assert document["continue"] is None
    assert document["next"]["id"] == "micrograd"


def test_where_you_are_is_the_thing_the_chapter_the_second_and_the_minutes_left(run: Shell) -> None:
    run.ok("mark done 4.1.1 4.1.2 4.1.3 4.1.4")
    document = answer(run, "")
    assert document["continue"]["id"] == "micrograd"
    assert document["continue"]["resume_url"].endswith("&t=1149s")
    text = run.ok("")
    assert "4.1 micrograd" in text
    assert "at 19:09, 4.1.5 Starting the core Value object of micrograd" in text
    assert "13 m left" in text


def test_what_is_next_follows_what_is_to_be_continued(tasks: Shell) -> None:
    tasks.ok("mark doing second")
    document = answer(tasks, "")
    assert (document["continue"]["id"], document["next"]["id"]) == ("second", "first")


def test_totals_are_those_of_progress(tasks: Shell) -> None:
    tasks.ok("mark done first")
    assert answer(tasks, "")["totals"] == answer(tasks, "progress")["totals"]


def test_this_week_began_on_monday(tasks: Shell, clock: FakeClock) -> None:
    tasks.ok("mark done first --on 2026-11-22")
    assert answer(tasks, "")["week"] == {"seconds": 0, "days": 0}
    assert "nothing yet" in tasks.ok("")
    tasks.ok("mark done second --on 2026-11-23")
    assert answer(tasks, "")["week"] == {"seconds": 3600, "days": 1}
    assert "1 h on 1 day" in tasks.ok("")
    clock.time = datetime(2026, 11, 29, 23, 0, tzinfo=UTC)
    assert answer(tasks, "")["week"] == {"seconds": 3600, "days": 1}
    clock.time = datetime(2026, 11, 30, 1, 0, tzinfo=UTC)
    assert answer(tasks, "")["week"] == {"seconds": 0, "days": 0}


def test_when_all_is_done_there_is_nothing_to_continue(tasks: Shell) -> None:
    tasks.ok("mark done first second")
    document = answer(tasks, "")
    assert (document["continue"], document["next"]) == (None, None)
    assert document["totals"]["fraction"] == 1.0
    text = tasks.ok("")
    assert "2 of 2 done · nothing left" in text
    assert "llmpath open" not in text


def test_a_length_with_an_estimate_in_it_has_a_tilde(run: Shell) -> None:
    assert "~57 h 4 m left" in run.ok("")
