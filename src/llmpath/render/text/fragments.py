"""Fragments that many screens share: a status, a length, a name, a bar."""

from llmpath.domain.records import Status
from llmpath.render import words
from llmpath.render.paper import Fragment, Glyphs, Paper
from llmpath.views.node import NodeView, PlaceView, TotalsView
from llmpath.views.upcoming import UpcomingView

UNDO_HINT = "; llmpath undo takes it back"


def status(paper: Paper, said: Status) -> Fragment:
    """Return a status: a sign on a terminal, the word in a pipe; its colour only adds to it."""
    return Fragment(said if paper.width is None else paper.glyphs.status(said), said)


def number(node: NodeView | PlaceView) -> Fragment:
    """Return the number that a node is called by."""
    return Fragment(node.number or "-", "number")


def length(node: NodeView) -> Fragment:
    """Return how long a node is."""
    return Fragment(words.duration(node.seconds or None, estimated=node.estimated), "dim")


def time_left(thing: UpcomingView) -> str:
    """Return how long the learner needs for what is left of a thing."""
    return words.duration(thing.seconds_left, estimated=thing.left_estimated)


def called(number_: str | None, id_: str | None) -> str:
    """Return number and id, `4.1 micrograd`; nothing of what the curriculum no longer has."""
    return " ".join(part for part in (number_, id_) if part)


def names(number_: str | None, id_: str | None) -> str:
    """Return the number and id that stand before a title in a receipt: `4.1 micrograd, `."""
    both = called(number_, id_)
    return f"{both}, " if both else ""


def bar(glyphs: Glyphs, fraction: float, width: int) -> Fragment:
    """Return a bar; a sliver is shown of what is begun, and a gap of what is not finished."""
    full = round(fraction * width)
    if 0 < fraction < 1 and width > 1:
        full = min(width - 1, max(1, full))
    return Fragment(glyphs.full * full + glyphs.empty * (width - full), "done" if fraction else "dim")


def state(node: NodeView) -> str:
    """Return a status in words, the other part of what is finished always named: `done, 2 skipped`."""
    text: str = node.status
    if node.status == "doing" and node.fraction:
        text = f"doing, {words.percent(node.fraction)} done"
    other = "done" if node.status == "skipped" else "skipped"
    count = sum(part.status == other for part in node.parts)
    return f"{text}, {count} {other}" if count else text


def left(totals: TotalsView) -> str:
    """Return how much is left, in words, and at what speed if that is not the videos' own."""
    if totals.done + totals.skipped == totals.resources:
        return "nothing left"
    at = "" if totals.speed == 1 else f" at {totals.speed:g}x"
    return f"{words.duration(totals.seconds_left, estimated=totals.estimated)} left{at}"


def summary(paper: Paper, totals: TotalsView) -> str:
    """Return the totals in a line: `3 of 20 done · 1 skipped · ~12 h left`."""
    parts = [f"{totals.done} of {totals.resources} done"]
    if totals.skipped:
        parts.append(f"{totals.skipped} skipped")
    return paper.glyphs.between.join([*parts, left(totals)])
