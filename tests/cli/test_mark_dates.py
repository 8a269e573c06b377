"""`mark --on` and `--known`: the day a thing was learned, and what was known before."""

import pytest

from cli.answers import answer, status
from shell import Shell


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("yesterday", "2026-11-23"),
        ("today", "2026-11-24"),
        ("2026-11-24", "2026-11-24"),
        ("2026-11-12", "2026-11-12"),
        ("2024-02-29", "2024-02-29"),
    ],
)
@pytest.mark.parametrize("ref", ["vectors", "micrograd", "4.1.3"])
def test_the_day_is_kept(run: Shell, ref: str, said: str, day: str) -> None:
    run.ok(f"mark done {ref} --on {said}")
    (entry,) = answer(run, f"show {ref}")["history"]
    assert (entry["on"], entry["status"]) == (day, "done")


def test_without_it_the_day_is_today(run: Shell) -> None:
    run.ok("mark done vectors")
    assert answer(run, "show vectors")["history"][0]["on"] == "2026-11-24"


@pytest.mark.parametrize("day", ["2026-11-25", "2027-01-01", "9999-12-31"])
def test_the_future_is_refused(run: Shell, day: str) -> None:
    result = run(f"mark done vectors --on {day}")
    assert (result.stdout, result.code) == ("", 2)
    assert result.stderr.startswith(f"llmpath: {day} is in the future. ")
    assert not (run.state / "progress.toml").exists()


@pytest.mark.parametrize(
    "day", ["tomorrow", "12.11.2026", "2026-11-31", "2026-13-01", "11/12/2026", "", "now"]
)
def test_what_is_no_day_is_refused(run: Shell, day: str) -> None:
    result = run(["mark", "done", "vectors", "--on", day])
    assert (result.stdout, result.code) == ("", 2)
    assert result.stderr.startswith(f'llmpath: "{day}" is not a date. ')
    assert not (run.state / "progress.toml").exists()


def test_another_day_for_what_is_done_is_a_change(run: Shell) -> None:
    run.ok("mark done vectors")
    assert run.ok("mark done vectors --on yesterday").startswith("done: 6.2 vectors")
    assert run.ok("mark done vectors").startswith("already done since 23 Nov: ")
    assert run.ok("mark done vectors --on yesterday").startswith("already done since 23 Nov: ")


def test_short_forms_take_a_day(run: Shell) -> None:
    run.ok("done vectors --on yesterday")
    run.ok("skip tensors --on yesterday")
    assert [answer(run, f"show {ref}")["history"][0]["on"] for ref in ("vectors", "tensors")] == [
        "2026-11-23",
        "2026-11-23",
    ]


def test_learned_yesterday_is_time_of_yesterday(run: Shell) -> None:
    run.ok("mark done micrograd --on 2026-11-23")
    assert answer(run, "")["week"] == {"seconds": 8752, "days": 1, "estimated": False}
    run.ok("mark done word-embeddings --on 2026-11-22")
    assert answer(run, "")["week"] == {"seconds": 8752, "days": 1, "estimated": False}


@pytest.mark.parametrize("line", ["mark done micrograd --known", "done micrograd --known"])
def test_what_was_known_is_done_but_no_pace(run: Shell, line: str) -> None:
    run.ok(line)
    assert status(run, "micrograd") == "done"
    assert answer(run, "")["totals"]["seconds_done"] == 8752
    assert answer(run, "")["week"] == {"seconds": 0, "days": 0, "estimated": False}
    assert answer(run, "progress")["active_days_28"] == 0


def test_named_days_may_be_written_large(run: Shell) -> None:
    run.ok("done vectors --on Yesterday")
    assert answer(run, "show vectors")["history"][0]["on"] == "2026-11-23"
