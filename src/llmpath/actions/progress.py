"""`llmpath progress`: totals and a row a section."""

from collections.abc import Sequence
from datetime import date, timedelta

from llmpath.actions.learning_path import LearningPath, open_path, resource_counts
from llmpath.actions.session import Session
from llmpath.domain.outline import Node
from llmpath.domain.records import Progress
from llmpath.views.dashboard import WeekView
from llmpath.views.progress import ProgressView, SectionProgressView

MONTH_DAYS = 28


def progress(session: Session, refs: Sequence[str]) -> ProgressView:
    """Return how far everything is, or the sections that hold what `refs` name."""
    path = open_path(session)
    wanted = {target.node.number.partition(".")[0] for target in path.resolve(refs)}
    sections = [section for section in path.outline.sections if section.number in wanted or not refs]
    days = active_days(path.progress, session.now().today, MONTH_DAYS)
    return ProgressView(
        totals=path.totals(),
        sections=tuple(_section(path, section) for section in sections),
        active_days_28=len(days),
        pace_seconds_per_week=None,
        finish=None,
        curriculum=path.curriculum(),
    )


def active_days(known: Progress, today: date, count: int) -> dict[date, int]:
    """Return the seconds newly seen on each of the last `count` days, today among them, if there are any."""
    first = today - timedelta(days=count - 1)
    seconds: dict[date, int] = {}
    for (_, day), register in known.days.items():
        if first <= day <= today and register.seconds:
            seconds[day] = seconds.get(day, 0) + register.seconds
    return seconds


def this_week(known: Progress, today: date) -> WeekView:
    """Return what was newly seen since Monday."""
    days = active_days(known, today, today.weekday() + 1)
    return WeekView(seconds=sum(days.values()), days=len(days))


def _section(path: LearningPath, section: Node) -> SectionProgressView:
    return SectionProgressView(
        **path.facts(section),
        **resource_counts(path, section.parts),
        seconds_left=path.time_for(path.standings.of(section).left),
    )
