"""`llmpath progress` as text."""

from collections.abc import Iterator

from llmpath.render import words
from llmpath.render.paper import Column, Fragment, Paper, Row
from llmpath.render.text import fragments
from llmpath.views.node import NodeView
from llmpath.views.progress import ProgressView, SectionProgressView

_BAR_WIDTHS = ((100, 24), (70, 12), (0, 6))
_ROOM_FOR_LEFT = 50


def draw(view: ProgressView, paper: Paper) -> None:
    """Draw a bar a section, then the totals, the pace and the forecast."""
    if paper.width is not None:
        paper.line(Fragment(view.curriculum.title, "title"))
        paper.line("")
    rows = [_row(section, paper) for section in view.sections]
    columns: list[Column] = ["left", "grow", "right", "right", "right", "left"]
    if paper.width is not None:
        columns[2] = "left"
        columns = columns if paper.width >= _ROOM_FOR_LEFT else columns[:-2]
    paper.table([row[: len(columns)] for row in rows], columns)
    if paper.width is not None:
        paper.line("")
    paper.line("all: " if view.is_part else "", fragments.summary(paper, view.totals))
    paper.line(Fragment(f"{words.count(view.active_days_28, 'active day')} of the last 28", "dim"))
    if view.pace_seconds_per_week is not None:
        paper.line(Fragment(paper.glyphs.between.join(_pace(view.pace_seconds_per_week, view)), "dim"))


def _row(row: SectionProgressView, paper: Paper) -> Row:
    """Return a section's bar and figures; a pipe gets the status in place of the bar."""
    section = row.node
    bar = Fragment(section.status)
    if paper.width is not None:
        width = next(width for room, width in _BAR_WIDTHS if paper.width >= room)
        bar = fragments.bar(paper.glyphs, section.fraction, width)
    left = words.duration(row.seconds_left, estimated=section.estimated)
    return [
        fragments.number(section),
        Fragment(section.title),
        bar,
        Fragment(_share(section, paper)),
        Fragment(f"{row.done}{paper.glyphs.of}{row.resources}", "dim"),
        Fragment(f"{left} left" if row.seconds_left else _finished(row), "dim"),
    ]


def _share(section: NodeView, paper: Paper) -> str:
    """Return how much of a section is done; a bar does not tell what is skipped from what is not begun."""
    is_skipped = section.status == "skipped" and paper.width is not None
    return "skipped" if is_skipped else words.percent(section.fraction)


def _pace(seconds: int, view: ProgressView) -> Iterator[str]:
    """Yield the pace in words, and when all will be done, with the range of it."""
    yield f"{words.duration(seconds, estimated=view.pace_estimated)} a week"
    if view.finish is not None:
        days = (view.finish.likely, view.finish.early, view.finish.late)
        likely, early, late = words.days(days, view.today)
        yield f"done about {likely} (between {early} and {late})"


def _finished(row: SectionProgressView) -> str:
    return f"{row.skipped} skipped" if row.skipped else ""
