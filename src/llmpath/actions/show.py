"""`llmpath show`: one thing, whole."""

from collections.abc import Iterator, Sequence

from llmpath.actions.history import history
from llmpath.actions.learning_path import LearningPath, open_path
from llmpath.actions.session import Session
from llmpath.domain.outline import Node
from llmpath.errors import UsageError
from llmpath.views.show import CompanionView, NoteView, ShowView


def show(session: Session, refs: Sequence[str]) -> ShowView:
    """Return all there is to say of the one thing that `refs` names."""
    path = open_path(session)
    targets = path.resolve(refs)
    if len(targets) != 1:
        raise UsageError(f"show takes one ref, and these are {len(targets)}", "for several: llmpath list REF")
    node = targets[0].node
    entries = sorted(history(session, path, node), key=lambda entry: (entry.at, entry.command), reverse=True)
    return ShowView(
        node=path.node(node),
        note=node.note,
        notes=tuple(_notes(path, node)),
        history=tuple(entries),
        places=(*([node.number] if node.number else []), *path.outline.also(node)),
        today=session.now().today,
        links=tuple(CompanionView(title=link.title, url=link.url) for link in node.links),
        resume=path.standings.resume(node) if node.is_leaf else None,
    )


def _notes(path: LearningPath, node: Node) -> Iterator[NoteView]:
    end = node.end
    for note in sorted(
        path.standings.record(node).notes.values(), key=lambda note: (note.moment or 0, note.id)
    ):
        inside = not node.is_chapter or (
            note.moment is not None and node.start <= note.moment and (end is None or note.moment < end)
        )
        if inside and not note.gone:
            yield NoteView(
                id=note.id,
                number=node.number or None,
                node_id=node.id or None,
                key=str(node.key),
                moment=note.moment,
                text=note.text,
                on=note.on,
            )
