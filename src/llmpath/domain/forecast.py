"""Forecast: when a learner will be done, from what they did in the last weeks, with its uncertainty.

Many futures are put together from the learner's own past. Three things make them differ: which days
follow which, that the past is a small sample of the learner's habits, and that habits change. How often
the range holds what comes true is measured by `bench/forecast.py`.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from math import ceil, exp, floor
from statistics import NormalDist
from typing import NamedTuple

from llmpath.domain.pace import pace

HORIZON = 3650
"""Days (ten years): nothing is foretold beyond."""
_FORTNIGHT = 14
"""Futures are put together of stretches as long as this, for pauses and bursts last longer than a week."""
_YEAR = 26
"""The fortnights of a future; after them it begins anew."""
_FUTURES = 400
_CHANGE = NormalDist(0, 0.25)
"""How much more or less than in the past is done in a future, as a logarithm."""
_EARLY, _LIKELY, _LATE = 0.1, 0.5, 0.9


class Finish(NamedTuple):
    """In how many days a learner will be done: the middle of all futures, the ends of their 80 % range."""

    likely: int
    early: int
    late: int


def forecast(days: Sequence[int], left: int, chance: Callable[[], float]) -> Finish | None:
    """Return in how many days the `left` seconds will be done, or None where that cannot be said.

    `days` are those of `recent_days`; `chance` returns random numbers from 0 up to 1, of which it is
    asked for as many whatever is left. More left is thus never done earlier.
    """
    if pace(days) is None or left <= 0:
        return None
    futures = sorted(
        min(HORIZON, _days_until(left, [fortnight * change for fortnight in year]))
        for year, change in zip(_years(days, chance), _changes(), strict=True)
    )
    early, likely, late = (futures[int(part * _FUTURES)] for part in (_EARLY, _LIKELY, _LATE))
    if likely == HORIZON:
        return None
    return Finish(round(likely), floor(early), ceil(late))


def _years(days: Sequence[int], chance: Callable[[], float]) -> Iterator[list[int]]:
    """Yield years to come, as the seconds of each fortnight.

    Each draws first what habits may lie behind the past, one stretch fewer than the past is long, and
    then a year of these. The past is a ring, so that every day of it counts the same.
    """
    fortnights = _ring(days)
    habits = max(1, round(len(days) / _FORTNIGHT) - 1)
    for _ in range(_FUTURES):
        drawn = [fortnights[int(chance() * len(fortnights))] for _ in range(habits)]
        yield [drawn[int(chance() * habits)] for _ in range(_YEAR)]


def _ring(days: Sequence[int]) -> list[int]:
    """Return the seconds of the fortnight from each day on, the first day following the last."""
    sums = list(accumulate(days[at % len(days)] for at in range(len(days) + _FORTNIGHT)))
    return [sums[at + _FORTNIGHT] - sums[at] for at in range(len(days))]


def _changes() -> Iterator[float]:
    """Yield for each future what its pace is multiplied by: the whole distribution, in equal parts."""
    return (exp(_CHANGE.inv_cdf((at + 0.5) / _FUTURES)) for at in range(_FUTURES))


def _days_until(left: int, year: Sequence[float]) -> float:
    """Return after how many days `left` seconds are done in a year that is lived again and again."""
    whole = sum(year)
    if whole <= 0:
        return HORIZON
    years, rest = divmod(left, whole)
    days = years * _YEAR * _FORTNIGHT
    for fortnight in year:
        if fortnight and rest <= fortnight:
            return days + _FORTNIGHT * rest / fortnight
        rest -= fortnight
        days += _FORTNIGHT
    return days
