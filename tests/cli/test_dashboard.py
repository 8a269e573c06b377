import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from cli.answers import ESCAPES, answer, rows, screen
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
    assert answer(tasks, "")["week"] == {"seconds": 0, "days": 0, "estimated": False}
    assert "nothing yet" in tasks.ok("")
    tasks.ok("mark done second --on 2026-11-23")
    assert answer(tasks, "")["week"] == {"seconds": 3600, "days": 1, "estimated": False}
    assert "1 h on 1 day" in tasks.ok("")
    clock.time = datetime(2026, 11, 29, 23, 0, tzinfo=UTC)
    assert answer(tasks, "")["week"] == {"seconds": 3600, "days": 1, "estimated": False}
    clock.time = datetime(2026, 11, 30, 1, 0, tzinfo=UTC)
    assert answer(tasks, "")["week"] == {"seconds": 0, "days": 0, "estimated": False}


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


@pytest.mark.parametrize("columns", [80, 40, None])
def test_whole_screen_after_days_away(
    run: Shell, clock: FakeClock, columns: int | None, snapshot: SnapshotAssertion
) -> None:
    run.ok("mark doing micrograd@25:00")
    run.ok(["note", "tensors@12:30", "-m", f"the gradient\n{'is a slope ' * 5_900}"])
    clock.time += timedelta(days=6)
    text = screen(run, "", columns)
    assert snapshot == re.sub("(is a slope ){9,}.*", "…", text)
    lines = ESCAPES.sub("", run.ok("", columns=columns or 80)).splitlines()
    assert len(lines) <= 24
    assert [line for line in lines if len(line) > (columns or 80) or line.endswith(" ")] == []


@pytest.mark.usefixtures("browser")
def test_days_away_are_those_since_anything_was_touched(tasks: Shell, clock: FakeClock) -> None:
    tasks.ok("mark doing second@20:00")
    clock.time += timedelta(days=6)
    assert "Welcome back after 6 days." in tasks.ok("")
    tasks.ok("open vectors -c llm-learning-pointers")
    assert "Welcome back" not in tasks.ok("")


def test_away_is_five_days_and_a_piece_to_begin_with_ten_minutes(
    run: Shell, curriculum: Callable[[str], Path], clock: FakeClock
) -> None:
    chapters = ", ".join(f'{{ start = "{at}", title = "C{at}" }}' for at in ("0:00", "20:00", "30:01"))
    run.environ["LLMPATH_CURRICULUM"] = str(
        curriculum(TASKS.replace('after = ["first"]', f"chapters = [{chapters}]"))
    )
    run.ok("mark doing second@1:00")
    clock.time += timedelta(days=4)
    assert "Welcome back" not in run.ok("")
    clock.time += timedelta(days=1)
    assert "Welcome back after 5 days." in run.ok("")
    assert "warm up" not in run.ok("")
    run.ok("mark doing second@20:00")
    run.ok("mark doing second@20:01")
    clock.time += timedelta(days=5)
    assert "warm up    llmpath open second@20:01 (10 m)" in run.ok("")


def test_what_was_done_last_may_have_no_timeline(tasks: Shell, clock: FakeClock) -> None:
    tasks.ok("mark doing second@20:00")
    tasks.ok("mark done first")
    clock.time += timedelta(days=6)
    assert "last time  1.1 First" in tasks.ok("").splitlines()


def test_the_piece_to_begin_again_with_has_the_command_that_opens_it(
    run: Shell, browser: Callable[[], list[str]], clock: FakeClock
) -> None:
    run.ok("mark doing micrograd@25:00")
    clock.time += timedelta(days=6)
    assert "warm up    llmpath open micrograd@25:00 (7 m) · 4.1.5 Starting the core" in run.ok("")
    run.ok("open micrograd@25:00")
    assert browser() == ["https://www.youtube.com/watch?v=VMj-3S1tku0&t=1500s"]


def test_a_piece_without_a_link_has_the_command_that_marks_it(
    run: Shell, curriculum: Callable[[str], Path], clock: FakeClock
) -> None:
    short = TASKS.replace('title = "First"', 'title = "First"\nduration = "5:00"')
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(short))
    run.ok("mark doing second@20:00")
    clock.time += timedelta(days=6)
    assert ["warm up", "llmpath mark done first (5 m) · 1.1 First"] in rows(run.ok(""))


BOUNDED = """
[[sections]]
id = "s"
title = "S"
[[sections.resources]]
id = "bounded"
kind = "video"
title = "Bounded"
url = "https://youtu.be/aaaaaaaaaaa"
start = "5:00"
end = "30:00"
chapters = [
  { start = "0:00", title = "One" },
  { start = "20:00", title = "Two" },
  { start = "50:00", title = "Not asked" },
]
"""


@pytest.mark.parametrize(
    ("lines", "where"),
    [
        (["mark doing bounded"], ["at 5:00, 1.1.1 One", "15 m left"]),
        (["mark doing bounded@21:00"], ["at 21:00, 1.1.2 Two", "9 m left"]),
        (["mark doing bounded@10:00"], ["at 10:00, 1.1.1 One", "10 m left"]),
        (["mark done bounded/1", "mark doing bounded@25:00"], ["at 25:00, 1.1.2 Two", "5 m left"]),
    ],
)
def test_what_is_left_of_a_chapter_is_what_is_asked_and_not_done(
    run: Shell, curriculum: Callable[[str], Path], lines: list[str], where: list[str]
) -> None:
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(BOUNDED))
    for line in lines:
        run.ok(line)
    assert where in rows(run.ok(""))


def test_what_was_done_later_in_a_chapter_is_not_left(run: Shell, curriculum: Callable[[str], Path]) -> None:
    path = curriculum(BOUNDED.replace("20:00", "15:00"))
    run.ok(f"mark done bounded/2 -c {path}")
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(BOUNDED))
    run.ok("mark doing bounded@6:00")
    assert ["at 6:00, 1.1.1 One", "9 m left"] in rows(run.ok(""))
    assert answer(run, "next --for 9m")["next"][0]["seconds_left"] == 9 * 60


def test_the_command_to_go_on_with_is_never_cut(run: Shell, curriculum: Callable[[str], Path]) -> None:
    id_ = "a-thing-whose-id-is-longer-than-half-of-a-terminal-and-longer-than-that"
    run.environ["LLMPATH_CURRICULUM"] = str(
        curriculum(TASKS.replace('id = "first"', f'id = "{id_}"').replace('after = ["first"]', ""))
    )
    run.ok("mark doing second@20:00")
    run.ok("mark skipped second")
    said = run.ok("", columns=80)
    assert f"llmpath mark done {id_}" in " ".join(ESCAPES.sub("", said).split())
