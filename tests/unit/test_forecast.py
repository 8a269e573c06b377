"""Pace and forecast: from the days of the last weeks to the day on which all is done."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest

from llmpath.domain.durations import SECONDS_LIMIT
from llmpath.domain.forecast import HORIZON, Finish, forecast
from llmpath.domain.pace import pace, recent_days

TODAY = date(2026, 11, 24)
HOUR = 3600
REGULAR = [HOUR, 0, 0, 0, 0, 0, 0] * 8
MIXED = [0, 900, 0, 0, 2400, 0, 1200] * 3 + [0] * 14 + [3600, 0, 0, 600, 0, 0, 0] * 3


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def chance(seed: int = 1) -> Callable[[], float]:
    return Random(seed).random  # noqa: S311  (chance, not secrecy)


def foretold(days: list[int], left: int) -> Finish:
    found = forecast(days, left, chance())
    assert found is not None
    return found


def test_the_recent_days_begin_with_the_first_active_one() -> None:
    assert recent_days({}, TODAY) == ()
    assert recent_days({ago(3): 60, ago(1): 30, ago(0): 5}, TODAY) == (60, 0, 30, 5)
    assert recent_days({ago(3): 0, ago(1): 30}, TODAY) == (30, 0)


def test_the_recent_days_are_at_most_those_of_eight_weeks_idle_ones_among_them() -> None:
    assert recent_days({ago(400): 60, ago(1): 30}, TODAY) == (0,) * 54 + (30, 0)
    assert recent_days({ago(56): 60}, TODAY) == (0,) * 56
    assert recent_days({ago(55): 60}, TODAY) == (60,) + (0,) * 55


def test_days_that_have_not_come_do_not_count_and_none_is_endless() -> None:
    assert recent_days({ago(-1): 60}, TODAY) == ()
    assert recent_days({ago(-1): 60, ago(0): 10**400}, TODAY) == (SECONDS_LIMIT,)


@pytest.mark.parametrize(
    ("days", "seconds"),
    [
        ([], None),
        ([HOUR], None),
        ([HOUR, *[0] * 6], None),
        ([HOUR] * 7, None),
        ([HOUR, *[0] * 20], None),
        ([HOUR, *[0] * 6, HOUR], 2 * HOUR * 7 // 8),
        ([HOUR] * 8, 7 * HOUR),
        (REGULAR, HOUR),
        ([HOUR, *[0] * 13, HOUR, *[0] * 13], HOUR // 2),
    ],
)
def test_pace_is_the_mean_of_the_weeks_once_two_have_something_done(
    days: list[int], seconds: int | None
) -> None:
    assert pace(days) == seconds
    assert (forecast(days, HOUR, chance()) is None) == (seconds is None)


@pytest.mark.parametrize("seed", [2, 3, 4])
def test_another_chance_foretells_about_the_same(seed: int) -> None:
    other = forecast(MIXED, 20 * HOUR, chance(seed))
    assert other is not None
    assert other.likely == pytest.approx(foretold(MIXED, 20 * HOUR).likely, rel=0.15)


@pytest.mark.parametrize("weeks", [1, 4, 10, 40])
def test_a_regular_learner_is_done_when_the_pace_says_it_with_a_range_around(weeks: int) -> None:
    likely, early, late = foretold(REGULAR, weeks * HOUR)
    assert likely == pytest.approx(7 * weeks, rel=0.05, abs=3.5)
    assert 0.6 * likely <= early < likely < late <= 1.6 * likely + 7


def test_the_range_is_wider_for_one_who_is_irregular() -> None:
    irregular = [0] * 14 + [8 * HOUR] + [0] * 41
    irregular[0] = HOUR
    assert sum(irregular) == 9 * HOUR
    even = foretold([9 * HOUR // 8, 0, 0, 0, 0, 0, 0] * 8, 30 * HOUR)
    uneven = foretold(irregular, 30 * HOUR)
    assert uneven.late - uneven.early > 2 * (even.late - even.early)


@pytest.mark.parametrize("days", [REGULAR, MIXED, [600, *[0] * 7, 1200]])
def test_more_left_is_never_done_earlier(days: list[int]) -> None:
    found = [foretold(days, left) for left in range(60, 40 * HOUR, 4001)]
    for sooner, later in pairwise(found):
        assert all(one <= other for one, other in zip(sooner, later, strict=True))
    assert found[-1].likely > found[0].likely


@pytest.mark.parametrize("left", [1, 600, HOUR, 5 * HOUR, 100 * HOUR])
def test_the_likely_day_lies_within_the_range(left: int) -> None:
    likely, early, late = foretold(MIXED, left)
    assert 0 <= early <= likely <= late <= HORIZON


def test_nothing_left_and_an_end_beyond_ten_years_are_not_foretold() -> None:
    assert forecast(REGULAR, 0, chance()) is None
    assert forecast(REGULAR, 5000 * HOUR, chance()) is None
    assert forecast([1, *[0] * 6, 1], SECONDS_LIMIT, chance()) is None
