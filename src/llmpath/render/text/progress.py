"""`llmpath progress` as text."""

from llmpath.render import words
from llmpath.render.paper import Column, Paper, Piece, Row
from llmpath.render.text import pieces
from llmpath.views.progress import ProgressView, SectionProgressView

_BAR_WIDTHS = ((100, 24), (70, 12), (0, 6))
_ROOM_FOR_LEFT = 50


def draw(view: ProgressView, paper: Paper) -> None:
    """Draw a bar a section, then the totals."""
    if paper.width is not None:
        paper.line(Piece(view.curriculum.title, "title"))
        paper.line("")
    columns: list[Column] = ["left", "grow", "left", "right", "right", "right"]
    if not _has_room(paper):
        columns.pop()
    paper.table([_row(section, paper) for section in view.sections], columns)
    if paper.width is not None:
        paper.line("")
    paper.line(pieces.summary(paper, view.totals))
    paper.line(Piece(f"{words.count(view.active_days_28, 'active day')} of the last 28", "dim"))


def _has_room(paper: Paper) -> bool:
    return paper.width is None or paper.width >= _ROOM_FOR_LEFT


def _row(section: SectionProgressView, paper: Paper) -> Row:
    width = next(bar for room, bar in _BAR_WIDTHS if (paper.width or 80) >= room)
    finished = section.done + section.skipped
    row = [
        pieces.number(section),
        Piece(section.title),
        pieces.bar(paper.glyphs, section.fraction, width),
        Piece(words.percent(section.fraction)),
        Piece(f"{finished}/{section.resources}", "dim"),
        Piece(_left(section), "dim"),
    ]
    return row if _has_room(paper) else row[:-1]


def _left(section: SectionProgressView) -> str:
    if not section.seconds_left:
        return ""
    return f"{words.duration(section.seconds_left, estimated=section.estimated)} left"
