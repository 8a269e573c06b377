"""Curricula, and what became of one, as text."""

from shlex import quote

from llmpath.domain.outline import BUNDLED_ID
from llmpath.render.paper import Column, Fragment, Paper, Row
from llmpath.views.curricula import CurriculaView, CurriculumChangeView, CurriculumEntryView

_ROOM_FOR_VERSION = 60


def draw(view: CurriculaView, paper: Paper) -> None:
    """Draw a row a curriculum, that in use with a star, and where the user's own ones lie."""
    if paper.width is None:
        columns: list[Column] = ["left", "left", "left", "left", "grow"]
        paper.table([_plain_row(entry, paper) for entry in view.curricula], columns)
        return
    columns = ["left", "left", "grow"]
    if paper.width >= _ROOM_FOR_VERSION:
        columns += ["left", "left"]
    paper.table([_screen_row(entry, view, paper)[: len(columns)] for entry in view.curricula], columns)
    if view.folder and any(_is_own(entry, view) for entry in view.curricula):
        paper.line("")
        paper.line(Fragment("yours are in ", "dim"), view.folder)


def draw_change(view: CurriculumChangeView, paper: Paper) -> None:
    """Draw in one line what became of a curriculum, and how to take it back."""
    for entry in view.unchanged:
        said = "already in use" if view.change == "in use" else "already there"
        paper.receipt(f"{said}: {entry.id}, ", Fragment(entry.title or ""), "")
    for entry in view.changed:
        title = f", {entry.title}" if entry.title else ""
        paper.receipt(f"{view.change}: {entry.id}", Fragment(title), _after(view, entry))


def _after(view: CurriculumChangeView, entry: CurriculumEntryView) -> str:
    """Return what follows from a change, and the command that takes it back."""
    again = f"llmpath curriculum add {quote(view.backup or '')}"
    is_bundled = entry.id == BUNDLED_ID
    if view.change == "in use":
        over = f", but here {view.over}" if view.over else ""
        return f"{over}; llmpath curriculum use {view.before} takes it back"
    if view.change == "replaced" and view.backup:
        return f"; {again} --replace takes it back"
    if view.change == "removed":
        fallback = "; the default one is in use again" if view.falls_back else ""
        use = f" && llmpath curriculum use {entry.id}" if view.falls_back and not is_bundled else ""
        again += " --replace" if is_bundled else ""
        return f"{fallback}; your progress stays; {again}{use} brings it back"
    over = " over the bundled one" if is_bundled else ""
    use = "" if entry.active else f"; to use it: llmpath curriculum use {entry.id}"
    return f"{over}{use}; llmpath curriculum remove {entry.id} takes it back"


def _is_own(entry: CurriculumEntryView, view: CurriculaView) -> bool:
    return bool(entry.path and view.folder and entry.path.startswith(view.folder))


def _plain_row(entry: CurriculumEntryView, paper: Paper) -> Row:
    return [
        Fragment(paper.glyphs.chosen if entry.active else "-"),
        Fragment(entry.id),
        Fragment(entry.version or "-"),
        Fragment(entry.path or "bundled"),
        Fragment(entry.title or "-"),
    ]


def _screen_row(entry: CurriculumEntryView, view: CurriculaView, paper: Paper) -> Row:
    where = "bundled" if entry.path is None else "yours" if _is_own(entry, view) else "file"
    title = Fragment(entry.title) if entry.title else Fragment("has faults", "warning")
    return [
        Fragment(paper.glyphs.chosen if entry.active else " ", "done"),
        Fragment(entry.id, "number"),
        title,
        Fragment(entry.version or "", "dim"),
        Fragment(where, "dim"),
    ]
