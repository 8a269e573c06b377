"""`llmpath show`: one thing, whole."""

from collections.abc import Iterator, Sequence
from datetime import date

from llmpath.actions.learning_path import LearningPath, open_path
from llmpath.actions.session import Session
from llmpath.domain.outline import Node
from llmpath.domain.records import Register, Status
from llmpath.domain.timeline import OPEN, common, format_spans
from llmpath.domain.times import to_time
from llmpath.errors import UsageError
from llmpath.views.show import CompanionView, EntryView, NoteView, ShowView


def show(session: Session, refs: Sequence[str]) -> ShowView:
    """Return all there is to say of the one thing that `refs` names."""
    path = open_path(session)
    targets = path.resolve(refs)
    if len(targets) != 1:
        raise UsageError(f"show takes one ref, and these are {len(targets)}", "for several: llmpath list REF")
    node = targets[0].node
    history = sorted(_history(session, path, node), key=lambda entry: (entry.at, entry.command), reverse=True)
    return ShowView(
        node=path.node(node),
        note=node.note,
        notes=tuple(_notes(path, node)),
        history=tuple(history),
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


def _history(session: Session, path: LearningPath, node: Node) -> Iterator[EntryView]:
    record = path.standings.record(node)

    def entry(register: Register, command: str, status: Status | None, on: date | None = None) -> EntryView:
        return EntryView(
            at=to_time(register.stamp.at),
            on=on or session.clock.local_day(register.stamp.at),
            device=register.stamp.by,
            command=command,
            number=node.number or None,
            id=node.id or None,
            title=node.title,
            status=status,
            undone=False,
        )

    if record.opened and record.opened.when is not None:
        yield entry(record.opened, "open", None, session.clock.local_day(record.opened.when))
    span = ((node.start, OPEN if node.end is None or not node.is_chapter else node.end),)
    if record.mark and record.mark.status and not node.is_chapter:
        yield entry(record.mark, f"mark {record.mark.status}", record.mark.status, record.mark.on)
    for seen in record.seen:
        if seen.status and common(span, seen.spans):
            words = f"mark {seen.status} {format_spans(seen.spans)}"
            yield entry(seen, words, seen.status, seen.on)
