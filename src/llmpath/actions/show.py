"""`llmpath show`: one thing, whole."""

from collections.abc import Sequence

from llmpath.actions.history import history
from llmpath.actions.learning_path import open_path
from llmpath.actions.notes import notes_of
from llmpath.actions.session import Session
from llmpath.errors import UsageError
from llmpath.views.show import CompanionView, ShowView


def show(session: Session, refs: Sequence[str]) -> ShowView:
    """Return all there is to say of the one thing that `refs` names."""
    path = open_path(session)
    targets = path.resolve(refs)
    if len(targets) != 1:
        raise UsageError(f"show takes one ref, not {len(targets)}", "for several: llmpath list REF")
    node = targets[0].node
    entries = sorted(history(session, path, node), key=lambda entry: (entry.at, entry.command), reverse=True)
    return ShowView(
        node=path.node(node),
        note=node.note,
        notes=tuple(notes_of(path, node)),
        history=tuple(entries),
        places=(*([node.number] if node.number else []), *path.outline.also(node)),
        today=session.now().today,
        links=tuple(CompanionView(title=link.title, url=link.url) for link in node.links),
        resume=path.standings.resume(node) if node.is_leaf else None,
    )
