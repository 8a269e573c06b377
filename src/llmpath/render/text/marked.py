"""What `llmpath mark`, `undo` and `redo` recorded, as text."""

from llmpath.render import words
from llmpath.render.paper import Paper, Piece
from llmpath.render.text import pieces
from llmpath.views.marked import MarkedView, MarkView, UndoView

_MOST_NAMED = 3
_UNDO = "; take it back with: llmpath undo"


def draw_mark(view: MarkView, paper: Paper) -> None:
    """Draw a receipt for each ref; the last of those that changed says how to take it back."""
    for position, marked in enumerate(view.changed, 1):
        ending = _UNDO if position == len(view.changed) else ""
        paper.line(Piece(f"{view.said}: ", view.said), *_named(marked), Piece(ending, "dim"))
    for marked in view.unchanged:
        since = f" since {words.day(marked.since, view.today)}" if marked.since else ""
        paper.line(Piece(f"already {marked.status}{since}: ", marked.status), *_named(marked))


def draw_undo(view: UndoView, paper: Paper) -> None:
    """Draw a line for each command, and one for each thing that had to be left as it is."""
    if not view.commands:
        paper.line("Nothing to bring back." if view.is_redo else "Nothing to take back.")
    word, other = ("redone", "undo") if view.is_redo else ("undone", "redo")
    for position, command in enumerate(view.commands, 1):
        things = "; ".join(
            f"{pieces.name(m.number, m.id, m.title)} is {m.status}" for m in command.changed[:_MOST_NAMED]
        )
        rest = len(command.changed) - _MOST_NAMED
        more = f" and {rest} more" if rest > 0 else ""
        ending = f"; llmpath {other} turns it around" if position == len(view.commands) else ""
        paper.line(
            Piece(f"{word}: ", "doing"),
            f"{command.command}{': ' if things else ''}{things}{more}",
            Piece(ending, "dim"),
        )
        for left in command.left_alone:
            paper.line(Piece("left alone, it was changed later: ", "warning"), *_named(left))


def _named(marked: MarkedView) -> list[Piece]:
    count = f" ({words.count(marked.things, 'thing')})" if marked.things > 1 else ""
    also = f" (also {', '.join(marked.also)})" if marked.also else ""
    return [Piece(pieces.name(marked.number, marked.id, marked.title)), Piece(count + also, "dim")]
