"""`llmpath undo` and `llmpath redo`: taking commands back, and bringing them back."""

from collections.abc import Callable, Container, Iterable, Sequence
from functools import partial

from llmpath.actions.learning_path import LearningPath
from llmpath.actions.mark import marked
from llmpath.actions.session import Session
from llmpath.domain import undo as undoing
from llmpath.domain.joining import apply
from llmpath.domain.occasion import Occasion
from llmpath.domain.outline import in_order
from llmpath.domain.records import Progress
from llmpath.domain.times import to_time
from llmpath.domain.undo import Command, Reversal, Reversals
from llmpath.views.marked import MarkedView, ReversedView, UndoView


def undo(session: Session, count: int) -> UndoView:
    """Take back the newest `count` commands that are not taken back yet."""
    return _reverse(session, partial(undoing.undo, count=count), asked=count, is_redo=False)


def redo(session: Session) -> UndoView:
    """Bring back the command that was taken back last."""
    return _reverse(session, undoing.redo, asked=1, is_redo=True)


def _reverse(
    session: Session,
    choose: Callable[[Sequence[Command], Progress, Occasion], Reversals],
    *,
    asked: int,
    is_redo: bool,
) -> UndoView:
    outline = session.library.outline()
    paths = []

    def decide(commands: Sequence[Command], progress: Progress, occasion: Occasion) -> Reversals:
        reversals = choose(commands, progress, occasion)
        after = apply(progress, reversals.delta)
        paths.append(LearningPath(outline, after, occasion.device, session.settings.speed))
        return reversals

    reversals = session.progress.writer().reverse(session.now(), decide)
    path = paths[-1]
    commands = tuple(_view(path, reversal) for reversal in reversals.reversed)
    return UndoView(commands=commands, asked=asked, is_redo=is_redo)


def _view(path: LearningPath, reversal: Reversal) -> ReversedView:
    items = reversal.delta.items
    return ReversedView(
        command=reversal.command.words,
        at=to_time(reversal.command.at),
        changed=_named(path, items, [key for key, record in items.items() if record.only_notes]),
        left_alone=_named(path, reversal.left_alone),
    )


def _named(
    path: LearningPath, keys: Iterable[str], only_noted: Container[str] = ()
) -> tuple[MarkedView, ...]:
    """Return things as receipts name them, in curriculum order."""
    nodes = sorted((path.node_of(key) for key in keys), key=lambda node: in_order(node.number))
    return tuple(marked(path, node)._replace(only_noted=node.key in only_noted) for node in nodes)
