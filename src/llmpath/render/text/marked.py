"""What `llmpath mark`, `undo` and `redo` recorded, as text."""

from llmpath.render import words
from llmpath.render.clean import one_line
from llmpath.render.paper import Paper, Piece
from llmpath.render.text import pieces
from llmpath.views.marked import MarkedView, MarkView, ReversedView, UndoView

_MOST_NAMED = 3


def draw_mark(view: MarkView, paper: Paper) -> None:
    """Draw a receipt for each ref; the last of those that changed says how to take it back."""
    if view.nothing:
        paper.line(f"{view.nothing[:1].upper()}{view.nothing[1:]}.")
    for position, marked in enumerate(view.changed, 1):
        ending = pieces.UNDO_HINT if position == len(view.changed) else ""
        _draw(f"{view.said}: ", marked, ending, paper)
    for marked in view.unchanged:
        since = ""
        if marked.since and marked.status != "todo":
            since = f" since {words.day(marked.since, view.today)}"
        _draw(f"already {marked.status}{since}: ", marked, "", paper)


def draw_undo(view: UndoView, paper: Paper) -> None:
    """Draw a line for each command, and one for each thing that had to be left as it is."""
    if not view.commands:
        paper.line("Nothing to bring back." if view.is_redo else "Nothing to take back.")
    for position, command in enumerate(view.commands, 1):
        ending = ""
        if position == len(view.commands):
            ending = pieces.UNDO_HINT if view.is_redo else _redo_hint(position)
        _draw_reversed(
            f"{'redone' if view.is_redo else 'undone'}: {one_line(command.command)}", command, ending, paper
        )
        for left in command.left_alone:
            _draw("left alone where it was changed later: ", left, "", paper)

    if 0 < len(view.commands) < view.asked:
        paper.line("Nothing more to take back.")


def _redo_hint(count: int) -> str:
    return "; llmpath redo brings it back" if count == 1 else "; llmpath redo brings back one at a time"


def _draw_reversed(before: str, command: ReversedView, ending: str, paper: Paper) -> None:
    """Draw what became of the one thing a command changed, or of the first of them."""
    if len(command.changed) == 1:
        only = command.changed[0]
        name = f"{before}: {pieces.names(only.number, only.id)}"
        paper.receipt(name, Piece(only.title), f"{_now(only)}{ending}")
        return
    named = [f"{m.number or m.title}{_now(m)}" for m in command.changed[:_MOST_NAMED]]
    if len(command.changed) > _MOST_NAMED:
        named.append(f"{len(command.changed) - _MOST_NAMED} more")
    paper.line(f"{before}{': ' if named else ''}{', '.join(named)}", Piece(ending, "dim"))


def _now(marked: MarkedView) -> str:
    """Return what a thing is now, nothing where only a note on it was written."""
    return "" if marked.only_noted else f" is {marked.status}"


def _draw(before: str, marked: MarkedView, ending: str, paper: Paper) -> None:
    count = (
        f" ({words.count(marked.things, 'thing')})" if marked.things > 1 and marked.status != "doing" else ""
    )
    also = f" (also {', '.join(marked.also)})" if marked.also else ""
    name = Piece(marked.title)
    paper.receipt(before + pieces.names(marked.number, marked.id), name, count + also + ending)
