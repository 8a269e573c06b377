"""`llmpath show` as text."""

from llmpath.domain.durations import clock
from llmpath.render import words
from llmpath.render.paper import Column, Fragment, Paper, Row
from llmpath.render.text import fragments
from llmpath.render.text.note import draw_of_one
from llmpath.views.node import NodeView
from llmpath.views.show import ShowView

_LABEL = 9
_GAP = 2
_Fact = tuple[str, *tuple[Fragment, ...]]
"""What a fact is called, and the fragments of its value."""


def draw(view: ShowView, paper: Paper) -> None:
    """Draw one thing: what it is first, then its facts, its parts, notes and history."""
    node = view.node
    called = fragments.called(node.number, node.id)
    paper.line(Fragment(f"{called}  " if called else "", "number"), Fragment(node.title, "title"))
    for name, *value in _facts(view):
        paper.line(Fragment(f"{name:<{_LABEL}}", "dim"), *value)
    if view.note:
        paper.line("")
    for text in (view.note or "").splitlines():
        paper.line(text)
    for link in view.links:
        paper.line(
            Fragment(f"{'see also':<{_LABEL}}", "dim"),
            f"{link.title}: ",
            Fragment(link.url, "link", link=link.url),
        )
    if node.parts:
        paper.line("")
        has_starts = node.parts[0].kind == "chapter"
        columns: list[Column] = ["left", "left", "grow", "right"]
        if has_starts:
            columns.insert(2, "right")
        paper.table([_part_row(part, paper) for part in node.parts], columns)
    if (node.parts or view.note) and (view.notes or view.history):
        paper.line("")
    draw_of_one(view.notes, f"{'note':<{_LABEL}}", view.today, paper)
    _draw_history(view, paper)


def _draw_history(view: ShowView, paper: Paper) -> None:
    """Draw what was recorded behind its day."""
    days = [words.day(entry.on, view.today) for entry in view.history]
    width = max([_LABEL, *(len(day) + _GAP for day in days)])
    for day, entry in zip(days, view.history, strict=True):
        paper.hanging([Fragment(f"{day:<{width}}", "dim")], entry.command)


def _facts(view: ShowView) -> list[_Fact]:
    """Return the facts that are known."""
    node = view.node
    facts: list[_Fact] = [
        ("status", Fragment(fragments.state(node), node.status)),
        ("kind", Fragment(node.kind)),
    ]
    if node.seconds is not None:
        facts.append(("length", Fragment(words.duration(node.seconds, estimated=node.estimated))))
    if node.kind != "chapter" and (node.start or node.end):
        until = clock(node.end) if node.end else "the end"
        facts.append(("bounds", Fragment(f"{clock(node.start)} to {until}")))
    if node.author:
        facts.append(("author", Fragment(node.author)))
    if node.url:
        facts.append(("link", Fragment(node.url, "link", link=node.url)))
    if view.resume is not None and node.resume_url:
        link = Fragment(node.resume_url, "link", link=node.resume_url)
        facts.append(("resume", Fragment(f"{clock(view.resume)}  "), link))
    if node.after:
        facts.append(("after", Fragment(", ".join(node.after))))
    if len(view.places) > 1:
        facts.append(("also at", Fragment(", ".join(view.places[1:]))))
    return facts


def _part_row(part: NodeView, paper: Paper) -> Row:
    start = [Fragment(clock(part.start), "dim")] if part.kind == "chapter" else []
    title = Fragment(part.title, link=part.resume_url)
    return [
        fragments.number(part),
        fragments.status(paper, part.status),
        *start,
        title,
        fragments.length(part),
    ]
