"""What `llmpath mark`, `undo` and `redo` recorded, as text."""

from collections.abc import Sequence

from llmpath.domain.durations import clock
from llmpath.render import words
from llmpath.render.clean import one_line
from llmpath.render.paper import Fragment, Paper
from llmpath.render.text import fragments
from llmpath.views.marked import MarkedView, MarkView, MovedView, ReversedView, UndoView

_MOST_NAMED = 3


def draw_mark(view: MarkView, paper: Paper) -> None:
    """Draw a receipt for each ref; the last of those that changed says how to take it back."""
    if view.nothing:
        paper.line(words.sentence(view.nothing))
    if len(view.changed) > _MOST_NAMED:
        paper.line(f"{view.said}: {_several(view.changed)}", Fragment(fragments.UNDO_HINT, "dim"))
    else:
        for position, marked in enumerate(view.changed, 1):
            ending = fragments.UNDO_HINT if position == len(view.changed) else ""
            _draw(f"{view.said}: ", marked, ending, paper)
    if len(view.unchanged) > _MOST_NAMED:
        paper.line(f"already {view.said}: {_several(view.unchanged)}")
    else:
        for marked in view.unchanged:
            since = ""
            if marked.since and marked.status != "todo":
                since = f" since {words.day(marked.since, view.today)}"
            _draw(f"already {marked.status}{since}: ", marked, "", paper)
    if view.moved:
        paper.line(Fragment(paper.glyphs.between.join(_moved(moved) for moved in view.moved), "dim"))


def _several(marked: Sequence[MarkedView]) -> str:
    """Return how many things, and which: neighbours by the first and last of them."""
    numbers = [one.number or one.title for one in marked]
    parents = {number.rpartition(".")[0] for number in numbers}
    ordinals = [number.rpartition(".")[2] for number in numbers]
    start = int(ordinals[0]) if ordinals[0].isdigit() else 0
    if len(parents) == 1 and ordinals == [str(start + at) for at in range(len(numbers))]:
        return f"{len(marked)} things, {numbers[0]} to {numbers[-1]}"
    return f"{len(marked)} things, {', '.join(numbers[:_MOST_NAMED])} and {len(marked) - _MOST_NAMED} more"


def _moved(moved: MovedView) -> str:
    left = "nothing left"
    if moved.seconds_left:
        left = f"{words.duration(moved.seconds_left, estimated=moved.estimated)} left"
    name = f"{moved.name}: " if moved.name else ""
    skipped = f", {moved.skipped} skipped" if moved.skipped else ""
    return f"{name}{moved.done} of {words.count(moved.among, moved.unit)} done{skipped}, {left}"


def draw_undo(view: UndoView, paper: Paper) -> None:
    """Draw a line for each command, and one for each thing that had to be left as it is."""
    if not view.commands:
        paper.line("Nothing to bring back." if view.is_redo else "Nothing to take back.")
    happened = [command for command in view.commands if command.changed or not command.left_alone]
    for command in view.commands:
        did, ending = "redone" if view.is_redo else "undone", ""
        if command not in happened:
            did = f"not {did}"
        elif command is happened[-1]:
            ending = fragments.UNDO_HINT if view.is_redo else _redo_hint(len(view.commands))
        _draw_reversed(f"{did}: {one_line(command.command)}", command, ending, paper)
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
        name = f"{before}: {fragments.names(only.number, only.id)}"
        paper.receipt(name, Fragment(only.title), f"{_now(only)}{ending}")
        return
    named = [f"{m.number or m.title}{_now(m)}" for m in command.changed[:_MOST_NAMED]]
    if len(command.changed) > _MOST_NAMED:
        named.append(f"{len(command.changed) - _MOST_NAMED} more")
    paper.line(f"{before}{': ' if named else ''}{', '.join(named)}", Fragment(ending, "dim"))


def _now(marked: MarkedView) -> str:
    """Return what a thing is now, nothing where only a note on it was written."""
    return "" if marked.only_noted else f" is {marked.status}"


def _draw(before: str, marked: MarkedView, ending: str, paper: Paper) -> None:
    count = (
        f" ({words.count(marked.things, 'thing')})" if marked.things > 1 and marked.status != "doing" else ""
    )
    also = f" (also {', '.join(marked.also)})" if marked.also else ""
    at = "" if marked.moment is None else f"up to {clock(marked.moment)} of "
    names = fragments.names(marked.number, marked.id)
    paper.receipt(f"{before}{at}{names}", Fragment(marked.title), count + also + ending)
