"""How often the 80 % range of a forecast holds the day on which a learner is really done.

    PYTHONPATH=src python bench/forecast.py [LEARNERS [SEED]]

Each learner is watched for some weeks and forecast, and then lives on until all is done.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import islice
from random import Random
from statistics import median
from typing import NamedTuple

from learners import KINDS, Days
from llmpath.domain.forecast import Finish, forecast
from llmpath.domain.pace import WEEK, recent_days

HOUR = 3600
TODAY = date(2026, 11, 24)


class Case(NamedTuple):
    """What was forecast of a learner, and the days that were really needed."""

    kind: str
    finish: Finish
    days: int

    @property
    def holds(self) -> bool:
        """Whether the true day lies in the range."""
        return self.finish.early <= self.days <= self.finish.late


def observe(kind: Callable[[Random], Days], random: Random) -> Case:
    """Return the forecast for one learner of a kind, somewhere on the way, and what came true."""
    while True:
        work, watched = random.uniform(20, 80) * HOUR, round(random.uniform(3, 20) * WEEK)
        days = kind(random)
        past = list(islice(days, watched))
        left = round(work - sum(past))
        by_day = {TODAY - timedelta(days=ago): done for ago, done in enumerate(reversed(past))}
        finish = forecast(recent_days(by_day, TODAY), left, Random(1).random)
        if finish is not None:
            return Case(kind.__name__, finish, _days_to_do(left, days))


def _days_to_do(left: int, days: Days) -> int:
    needed = 0
    while left > 0:
        left -= next(days)
        needed += 1
    return needed


def report(cases: Iterable[Case]) -> None:
    """Print how often the range holds, on which side it fails, and the medians of what it is about.

    Those are the days needed, the days from one end of the range to the other, and how far its middle is
    from the truth.
    """
    by_kind: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        by_kind[case.kind].append(case)
    print(f"{'':10}{'learners':>10}{'held':>8}{'sooner':>8}{'later':>8}{'days':>8}{'range':>8}{'bias':>8}")
    everyone = [case for some in by_kind.values() for case in some]
    for kind, some in (*by_kind.items(), ("all", everyone)):
        held = sum(case.holds for case in some) / len(some)
        sooner = sum(case.days < case.finish.early for case in some) / len(some)
        later = sum(case.days > case.finish.late for case in some) / len(some)
        needed = median(case.days for case in some)
        spread = median(case.finish.late - case.finish.early for case in some)
        bias = median(case.finish.likely / case.days for case in some) - 1
        print(
            f"{kind:10}{len(some):10}{held:8.1%}{sooner:8.1%}{later:8.1%}{needed:8.0f}{spread:8.0f}{bias:+8.0%}"
        )


if __name__ == "__main__":
    arguments = [int(word) for word in sys.argv[1:]]
    count, seed = (*arguments, *(1000, 1)[len(arguments) :])
    chance = Random(seed)
    report(observe(KINDS[at % len(KINDS)], chance) for at in range(count))
