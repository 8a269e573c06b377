"""Durations, dates and numbers in the words people read."""

from collections.abc import Sequence
from datetime import date

from llmpath.domain.durations import in_words

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def duration(seconds: int | None, *, estimated: bool = False) -> str:
    """Return a length as `1 h 40 m`, `19 m` or `45 s`; `~` before an estimate, `-` for an unknown one."""
    return "-" if seconds is None else in_words(seconds, estimated=estimated)


def day(when: date, today: date) -> str:
    """Return a day as `12 Nov`, with its year if that is another one."""
    return _day(when, with_year=when.year != today.year)


def days(together: Sequence[date], today: date) -> list[str]:
    """Return days that are read together, all with their year if one of them is of another one."""
    return [_day(when, with_year=any(other.year != today.year for other in together)) for when in together]


def _day(when: date, *, with_year: bool) -> str:
    text = f"{when.day} {_MONTHS[when.month - 1]}"
    return f"{text} {when.year}" if with_year else text


def count(number: int, noun: str) -> str:
    """Return `1 resource`, `2 resources`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def sentence(text: str) -> str:
    """Return what was said without a full stop as a sentence."""
    return f"{text[:1].upper()}{text[1:]}."


def percent(fraction: float) -> str:
    """Return a part of the whole; only what is finished is 100 %, only what is not begun is 0 %."""
    if 0 < fraction < 1:
        return f"{min(99, max(1, round(fraction * 100)))}%"
    return f"{round(fraction * 100)}%"
