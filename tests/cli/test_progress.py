import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from cli.answers import answer, rows, screen
from shell import FakeClock, Shell

TODAY = date(2026, 11, 24)

LESSONS = """
[[sections]]
id = "start"
title = "Start"
[[sections.resources]]
id = "lessons"
kind = "course"
title = "Lessons"
parts = [
  { title = "One", duration = "30:00" },
  { title = "Two", duration = "10:00" },
  { title = "Three", duration = "20:00" },
]
[[sections]]
id = "later"
title = "Later"
[[sections.resources]]
id = "clip"
kind = "video"
title = "A clip"
url = "https://example.org/clip"
duration = "1:00:00"
[[sections.resources]]
id = "setup"
kind = "task"
title = "Set it up"
"""


@pytest.fixture
def lessons(run: Shell, curriculum: Callable[[str], Path]) -> Shell:
    """A shell with a small curriculum: a course of an hour, a clip of an hour, a task."""
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(LESSONS))
    return run


def bars(run: Shell) -> list[str]:
    """Return the bars of a terminal."""
    return re.findall("[█░]+", screen(run, "progress", 80))


@pytest.mark.parametrize("columns", [80, 40, None])
def test_whole_screen(run: Shell, columns: int | None, snapshot: SnapshotAssertion) -> None:
    run.ok("mark done word-embeddings --on yesterday")
    run.ok("mark done 4.1.1 4.1.2 4.1.3")
    run.ok("mark skipped perceptron")
    assert screen(run, "progress", columns) == snapshot


def test_a_row_for_each_section(lessons: Shell) -> None:
    lessons.ok("mark done lessons/1")
    assert [row[0] for row in rows(lessons.ok("progress"))[:2]] == ["1", "2"]
    first, second = answer(lessons, "progress")["sections"]
    assert (first["number"], first["seconds"], first["seconds_done"], first["fraction"]) == (
        "1",
        3600,
        1800,
        0.5,
    )
    assert (first["resources"], first["done"], first["skipped"], first["estimated"]) == (1, 0, 0, False)
    assert (second["seconds"], second["status"], second["resources"]) == (7200, "todo", 2)


def test_an_unknown_length_is_the_median_of_those_beside_it(lessons: Shell) -> None:
    totals = answer(lessons, "progress")["totals"]
    assert (totals["seconds"], totals["estimated"]) == (3600 + 3600 + 3600, True)
    assert "~2 h left" in rows(lessons.ok("progress"))[1]
    assert "1 h left" in rows(lessons.ok("progress"))[0]


def test_totals(lessons: Shell) -> None:
    lessons.ok("mark done lessons/1 setup")
    lessons.ok("mark skipped clip")
    assert answer(lessons, "progress")["totals"] == {
        "resources": 3, "done": 1, "skipped": 1, "seconds": 10800, "seconds_done": 1800 + 3600,
        "seconds_left": 1800, "speed": 1.0, "fraction": 0.75, "estimated": True,
    }  # fmt: skip
    assert "1 of 3 done · 1 skipped · ~30 m left" in lessons.ok("progress").splitlines()


def test_what_is_skipped_is_neither_done_nor_left(lessons: Shell) -> None:
    lessons.ok("mark skipped lessons/2 lessons/3")
    lessons.ok("mark done lessons/1")
    first = answer(lessons, "progress")["sections"][0]
    assert (first["fraction"], first["seconds_done"], first["status"]) == (1.0, 1800, "done")
    lessons.ok("mark skipped later")
    totals = answer(lessons, "progress")["totals"]
    assert (totals["seconds_left"], totals["seconds_done"], totals["fraction"]) == (0, 1800, 1.0)


def test_one_video_in_two_sections_counts_once(run: Shell) -> None:
    before = answer(run, "progress")["totals"]
    run.ok("mark done micrograd")
    document = answer(run, "progress")
    done = {section["number"]: section["seconds_done"] for section in document["sections"]}
    assert (done["1"], done["4"]) == (8752, 8752)
    assert document["totals"]["seconds_done"] == 8752
    assert document["totals"]["seconds_left"] == before["seconds_left"] - 8752
    assert document["totals"]["seconds"] == before["seconds"]


def test_a_ref_picks_the_section_and_leaves_the_totals(lessons: Shell) -> None:
    whole = answer(lessons, "progress")
    for ref in ("later", "2", "clip", "2.1"):
        document = answer(lessons, f"progress {ref}")
        assert [section["id"] for section in document["sections"]] == ["later"]
        assert document["totals"] == whole["totals"]
    assert answer(lessons, "progress lessons/1 clip")["sections"] == whole["sections"]


def test_active_days_are_those_of_the_last_28(lessons: Shell) -> None:
    assert answer(lessons, "progress")["active_days_28"] == 0
    lessons.ok("mark done lessons/1 --on 2026-10-27")
    assert answer(lessons, "progress")["active_days_28"] == 0
    lessons.ok("mark done lessons/2 --on 2026-10-28")
    assert answer(lessons, "progress")["active_days_28"] == 1
    lessons.ok("mark done lessons/3 clip")
    assert answer(lessons, "progress")["active_days_28"] == 2
    assert "2 active days of the last 28" in lessons.ok("progress").splitlines()


def test_skipping_is_no_activity(lessons: Shell) -> None:
    lessons.ok("mark skipped clip")
    assert answer(lessons, "progress")["active_days_28"] == 0


def test_pace_and_finish_are_null_until_two_weeks_have_something_done(lessons: Shell) -> None:
    assert said(lessons) == (None, None)
    lessons.ok("mark done lessons/1 --on 2026-11-18")
    lessons.ok("mark done lessons/2 --on today")
    assert said(lessons) == (None, None)
    assert lessons.ok("progress").splitlines()[-1] == "2 active days of the last 28"
    lessons.ok("mark done lessons/3 --on 2026-11-17")
    pace, finish = said(lessons)
    assert pace == 3600 * 7 // 8
    assert set(finish) == {"likely", "early", "late"}


def test_pace_is_the_mean_of_the_weeks_since_the_first_day(lessons: Shell) -> None:
    lessons.ok("mark done lessons/1 --on 2026-11-03")
    lessons.ok("mark done lessons/3 --on 2026-11-20")
    pace, finish = said(lessons)
    assert pace == (1800 + 1200) * 7 // 22
    early, likely, late = (date.fromisoformat(finish[end]) for end in ("early", "likely", "late"))
    weeks_left = answer(lessons, "progress")["totals"]["seconds_left"] / pace
    assert TODAY < early < likely < late
    assert abs((likely - TODAY).days / 7 / weeks_left - 1) < 0.2


def test_pace_and_what_is_left_are_both_the_learners_time(lessons: Shell) -> None:
    lessons.ok("mark done lessons/1 --on 2026-11-03")
    lessons.ok("mark done lessons/3")
    lessons.ok("config speed 1.5")
    pace, _ = said(lessons)
    assert pace == round((1800 + 1200) * 7 // 22 / 1.5)
    document = answer(lessons, "progress")
    assert document["totals"]["seconds_left"] == round((600 + 3600 + 3600) / 1.5)
    assert f"{round(pace / 60)} m a week" in lessons.ok("progress")


def test_totals_below_a_part_are_named_as_those_of_everything(lessons: Shell) -> None:
    assert "all: 0 of 3 done · ~3 h left" in lessons.ok("progress start").splitlines()
    assert "0 of 3 done · ~3 h left" in lessons.ok("progress 1 2").splitlines()


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize("line", ["progress last", "list last", "list --json last"])
def test_what_is_not_in_the_curriculum_is_said_to_be_so(lessons: Shell, line: str) -> None:
    lessons.ok("open vectors -c llm-learning-pointers")
    result = lessons(line)
    assert (result.stdout, result.code) == ("", 2)
    assert "Vectors is not in this curriculum" in result.stderr


def test_pace_looks_eight_weeks_back(lessons: Shell) -> None:
    lessons.ok("mark done clip --on 2026-08-01")
    lessons.ok("mark done lessons/1 --on 2026-10-10")
    lessons.ok("mark done lessons/3 --on 2026-11-20")
    assert said(lessons)[0] == (1800 + 1200) // 8
    lessons.ok("mark todo lessons/1")
    assert said(lessons) == (None, None)


def test_what_was_known_is_no_pace(lessons: Shell) -> None:
    lessons.ok("mark done lessons/1 --on 2026-11-10")
    lessons.ok("mark done lessons/2 --known")
    assert said(lessons) == (None, None)
    lessons.ok("mark done lessons/3")
    pace, finish = said(lessons)
    lessons.ok("mark done clip --known --on 2026-11-15")
    after, sooner = said(lessons)
    assert pace == after == (1800 + 1200) * 7 // 15
    assert sooner["likely"] < finish["likely"]


def test_days_that_have_not_come_do_not_count(lessons: Shell, clock: FakeClock) -> None:
    lessons.ok("mark done lessons/1 --on 2026-11-10")
    now = clock.time
    clock.time = now + timedelta(days=3)
    lessons.ok("mark done clip")
    assert said(lessons)[0] is not None
    clock.time = now
    assert said(lessons) == (None, None)


def test_the_forecast_stays_while_nothing_is_done_on_a_day(lessons: Shell, clock: FakeClock) -> None:
    lessons.ok("mark done lessons/1 --on 2026-11-10")
    lessons.ok("mark done lessons/2")
    pace, finish = said(lessons)
    assert pace
    assert finish
    clock.time += timedelta(hours=8)
    assert said(lessons) == (pace, finish)


def test_where_nothing_is_left_there_is_a_pace_and_no_finish(lessons: Shell) -> None:
    lessons.ok("mark done lessons/1 --on 2026-11-10")
    lessons.ok("mark done lessons/2")
    lessons.ok("mark skipped start later")
    assert said(lessons) == (2400 * 7 // 15, None)
    assert lessons.ok("progress").splitlines()[-1] == "19 m a week"


@pytest.mark.parametrize("columns", [80, 40, None])
def test_whole_screen_with_a_forecast(
    lessons: Shell, columns: int | None, snapshot: SnapshotAssertion
) -> None:
    for part, day in enumerate(["2026-11-03", "2026-11-12", "2026-11-20"], 1):
        lessons.ok(f"mark done lessons/{part} --on {day}")
    assert screen(lessons, "progress", columns) == snapshot


def said(run: Shell) -> tuple[Any, Any]:
    """Return pace and finish."""
    document = answer(run, "progress")
    return document["pace_seconds_per_week"], document["finish"]


def test_a_bar_shows_what_is_done_of_what_was_not_skipped(lessons: Shell) -> None:
    assert bars(lessons) == ["░░░░░░░░░░░░", "░░░░░░░░░░░░"]
    lessons.ok("mark done lessons/1 lessons/3 clip")
    assert bars(lessons) == ["██████████░░", "██████░░░░░░"]
    lessons.ok("mark skipped lessons/2 setup")
    assert bars(lessons) == ["████████████", "████████████"]


def test_a_week_and_a_pace_with_an_estimate_in_them_say_so(run: Shell) -> None:
    run.ok("mark done word-embeddings --on 2026-11-10")
    run.ok("mark done micrograd")
    assert answer(run, "")["week"]["estimated"] is False
    assert answer(run, "progress")["pace_estimated"] is False
    run.ok("mark done --known calculus")
    assert answer(run, "progress")["pace_estimated"] is False
    run.ok("mark done vectors")
    assert answer(run, "")["week"]["estimated"] is True
    assert answer(run, "progress")["pace_estimated"] is True
    assert "this week  ~7 h 26 m on 1 day" in run.ok("")
    assert "~3 h 37 m a week" in run.ok("progress")


def test_what_another_curriculum_knows_exactly_is_no_estimate(
    run: Shell, curriculum: Callable[[str], Path]
) -> None:
    run.ok("mark done micrograd")
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum('[[sections]]\nid = "s"\ntitle = "S"\n'))
    assert answer(run, "")["week"] == {"seconds": 8752, "days": 1, "estimated": False}
