"""`llmpath list` as text."""

from collections.abc import Iterator, Sequence

from llmpath.render import words
from llmpath.render.paper import Column, Fragment, Paper, Row
from llmpath.render.text import fragments
from llmpath.views.listing import AllView, ListView
from llmpath.views.node import NodeView

_ROOM_FOR_KIND = 60
_ROOM_FOR_ID = 100


def draw(view: ListView, paper: Paper) -> None:
    """Draw the rows; a pipe gets nothing but rows, each with the same columns."""
    if view.ids is not None:
        for id_ in view.ids:
            paper.line(id_)
        return
    nodes = list(_rows(view.sections, view))
    if paper.width is None:
        columns: list[Column] = ["left", "left", "left", "right", "left", "grow"]
        paper.table([_plain_row(node, paper) for node in nodes], columns)
    else:
        _draw_screen(view, nodes, paper, paper.width)


def draw_all(view: AllView, paper: Paper) -> None:
    """Draw one curriculum after the other, each under its title; with `--ids` nothing but ids."""
    for position, listing in enumerate(view.curricula):
        if listing.ids is None:
            if position:
                paper.line("")
            if paper.width is None:
                paper.line(listing.curriculum.title)
        draw(listing, paper)


def _rows(nodes: Sequence[NodeView], view: ListView) -> Iterator[NodeView]:
    for node in nodes:
        is_section = node.kind == "section"
        if not is_section or view.depth != "flat":
            yield node
        if is_section or view.depth == "parts":
            yield from _rows(node.parts, view)


def _plain_row(node: NodeView, paper: Paper) -> Row:
    return [
        fragments.number(node),
        fragments.status(paper, node.status),
        Fragment(node.kind),
        fragments.length(node),
        Fragment(node.id or "-"),
        Fragment(node.title),
    ]


def _draw_screen(view: ListView, nodes: Sequence[NodeView], paper: Paper, width: int) -> None:
    paper.line(Fragment(view.curriculum.title, "title"))
    paper.line(Fragment(fragments.summary(paper, view.totals), "dim"))
    if not nodes:
        paper.line("")
        paper.line("Nothing fits." if view.depth == "flat" else "There is nothing in it yet.")
        return
    columns: list[Column] = ["left", "left", "grow", "right", "right"]
    if width >= _ROOM_FOR_KIND:
        columns.insert(3, "left")
    if width >= _ROOM_FOR_ID:
        columns.insert(3, "left")
    paper.line("")
    paper.table([_screen_row(node, paper, width) for node in nodes], columns)


def _screen_row(node: NodeView, paper: Paper, width: int) -> Row:
    is_section = node.kind == "section"
    progress = words.percent(node.fraction) if node.status == "doing" and node.fraction else ""
    row = [
        fragments.number(node),
        fragments.status(paper, node.status),
        Fragment(node.title, "title" if is_section else "", link=node.resume_url),
        Fragment(progress, "doing"),
        fragments.length(node),
    ]
    if width >= _ROOM_FOR_KIND:
        row.insert(3, Fragment("" if is_section else node.kind, "dim"))
    if width >= _ROOM_FOR_ID:
        row.insert(3, Fragment(node.id or "", "dim"))
    return row
