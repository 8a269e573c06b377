"""Pace: how much a learner does in a week, from the days on which something was newly seen."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from llmpath.domain.durations import SECONDS_LIMIT

WEEK = 7
PACE_WEEKS = 8
"""How far back a pace looks: long enough to hold a pause, short enough to follow a change of habit."""
ENOUGH_WEEKS = 2
"""In fewer weeks than these with something done, a habit cannot be told from a start."""


def recent_days(seconds: Mapping[date, int], today: date) -> tuple[int, ...]:
    """Return the seconds of each of the last days, oldest first and today last, idle days as 0.

    They begin with the first day on which anything was done, at most `PACE_WEEKS` ago. Days that have
    not come do not count, and no day counts more than `SECONDS_LIMIT`.
    """
    active = [day for day, done in seconds.items() if done > 0 and day <= today]
    if not active:
        return ()
    count = min((today - min(active)).days + 1, PACE_WEEKS * WEEK)
    days = (today - timedelta(days=ago) for ago in reversed(range(count)))
    return tuple(min(seconds.get(day, 0), SECONDS_LIMIT) for day in days)


def pace(days: Sequence[int]) -> int | None:
    """Return the seconds a week of `recent_days`, or None until two weeks of them have something done.

    Weeks are counted back from today, so that no week is judged before it is over.
    """
    weeks = [sum(days[max(0, end - WEEK) : end]) for end in range(len(days), 0, -WEEK)]
    if sum(week > 0 for week in weeks) < ENOUGH_WEEKS:
        return None
    return sum(days) * WEEK // len(days)
