"""Learners made up for measuring: how many seconds each of several kinds learns on one day after another.

A kind is drawn with its own habits: how often, how long, how regular. Nothing here knows of the forecast.
"""

from collections.abc import Callable, Iterator
from itertools import count
from random import Random

MINUTE = 60
WEEK = 7
WEEKEND = {5, 6}

Days = Iterator[int]
"""Seconds learned on each day, without end; 0 on a day off."""


def steady(random: Random) -> Days:
    """Some of every week's days, none of them favoured."""
    chance, minutes = random.uniform(0.3, 0.8), random.uniform(20, 50)
    while True:
        yield _sitting(random, chance, minutes)


def weekend(random: Random) -> Days:
    """Long sittings on Saturdays and Sundays, hardly any between."""
    chance, rarely, minutes = random.uniform(0.6, 0.95), random.uniform(0, 0.1), random.uniform(40, 120)
    for day in count(random.randrange(WEEK)):
        yield _sitting(random, chance if day % WEEK in WEEKEND else rarely, minutes)


def bursty(random: Random) -> Days:
    """Days of zeal, then a pause of weeks, and neither of a fixed length."""
    minutes = random.uniform(30, 75)
    zeal, pause = random.uniform(5, 14), random.uniform(7, 28)
    is_zealous = True
    while True:
        yield _sitting(random, 0.8 if is_zealous else 0.03, minutes)
        if random.random() < 1 / (zeal if is_zealous else pause):
            is_zealous = not is_zealous


def slowing(random: Random) -> Days:
    """As steady ones begin, and ever more rarely from then on, down to a part of it."""
    chance, minutes = random.uniform(0.4, 0.9), random.uniform(20, 50)
    half_life, rest = random.uniform(8, 26) * WEEK, random.uniform(0.2, 0.5)
    for day in count():
        yield _sitting(random, chance * (rest + (1 - rest) * 0.5 ** (day / half_life)), minutes)


def holidays(random: Random) -> Days:
    """Steady or of weekends, and away for one to three weeks every few months."""
    days = random.choice([steady, weekend])(random)
    between = random.uniform(8, 16) * WEEK
    while True:
        for _ in range(1 + int(random.expovariate(1 / between))):
            yield next(days)
        for _ in range(random.randint(WEEK, 3 * WEEK)):
            next(days)
            yield 0


KINDS: tuple[Callable[[Random], Days], ...] = (steady, weekend, bursty, slowing, holidays)


def _sitting(random: Random, chance: float, minutes: float) -> int:
    """Return the seconds of a day on which one learns with this chance, for about so long."""
    if random.random() >= chance:
        return 0
    return round(MINUTE * minutes * random.lognormvariate(0, 0.5))
