"""`llmpath progress`: totals, a row a section, pace and forecast."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from llmpath.actions.learning_path import LearningPath, open_path, resource_counts
from llmpath.actions.session import Session
from llmpath.domain.forecast import forecast
from llmpath.domain.outline import Node
from llmpath.domain.pace import pace, recent_days
from llmpath.domain.records import Progress, Record
from llmpath.domain.timeline import OPEN
from llmpath.views.dashboard import WeekView
from llmpath.views.progress import FinishView, ProgressView, SectionProgressView

MONTH_DAYS = 28
_SEED = 1
"""Chance is the same at every call, so that a forecast changes only with what is done."""


def progress(session: Session, refs: Sequence[str]) -> ProgressView:
    """Return how far everything is, or the sections that hold what `refs` name."""
    path = open_path(session)
    wanted = {node.number.partition(".")[0] for node in path.placed(refs)}
    sections = [section for section in path.outline.sections if section.number in wanted or not refs]
    today, totals = session.now().today, path.totals()
    recent = recent_days(seconds_by_day(path.progress), today)
    pace_of_material = pace(recent)
    return ProgressView(
        totals=totals,
        sections=tuple(_section(path, section) for section in sections),
        active_days_28=len(active_days(path.progress, today, MONTH_DAYS)),
        pace_seconds_per_week=None if pace_of_material is None else path.time_for(pace_of_material),
        pace_estimated=_has_estimate(path, today - timedelta(days=len(recent) - 1)),
        finish=_finish(recent, path.standings.total(path.outline.sections).left, today),
        curriculum=path.curriculum(),
        today=today,
        is_part=len(sections) < len(path.outline.sections),
    )


def seconds_by_day(known: Progress) -> Counter[date]:
    """Return the seconds newly seen on each day, on all devices together."""
    seconds: Counter[date] = Counter()
    for (_, day), register in known.days.items():
        seconds[day] += register.seconds
    return seconds


def active_days(known: Progress, today: date, count: int) -> dict[date, int]:
    """Return the seconds newly seen on each of the last `count` days, today among them, if there are any."""
    first = today - timedelta(days=count - 1)
    by_day = seconds_by_day(known).items()
    return {day: seconds for day, seconds in by_day if first <= day <= today and seconds}


def this_week(path: LearningPath, today: date) -> WeekView:
    """Return what was newly seen since Monday."""
    days = active_days(path.progress, today, today.weekday() + 1)
    is_estimated = _has_estimate(path, today - timedelta(days=today.weekday()))
    return WeekView(seconds=sum(days.values()), days=len(days), estimated=is_estimated)


def _has_estimate(path: LearningPath, first: date) -> bool:
    """Whether something of this curriculum whose length is not known was learned whole since a day."""
    return any(
        places[0].seconds is None and any(day >= first for day in _learned_whole(record))
        for key, record in path.progress.items.items()
        if (places := path.outline.by_key.get(key))
    )


def _learned_whole(record: Record) -> Iterator[date]:
    """Yield the days on which a thing was learned to its end, and not known before."""
    if record.mark and record.mark.status == "done" and not record.mark.known:
        yield record.mark.on
    for entry in record.seen:
        if entry.status == "done" and not entry.known and entry.spans[-1][1] == OPEN:
            yield entry.on


def _finish(recent: Sequence[int], left: int, today: date) -> FinishView | None:
    """Return the days on which everything will be done if one goes on as on the recent days."""
    found = forecast(recent, left, Random(_SEED).random)  # noqa: S311  (chance, not secrecy)
    if found is None:
        return None
    likely, early, late = (today + timedelta(days=days) for days in found)
    return FinishView(likely=likely, early=early, late=late)


def _section(path: LearningPath, section: Node) -> SectionProgressView:
    return SectionProgressView(
        node=path.with_parts(section, ()),
        **resource_counts(path, section.parts),
        seconds_left=path.time_for(path.standings.of(section).left),
    )
