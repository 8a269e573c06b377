"""What the registers of a thing say was recorded of it, on any machine."""

from collections.abc import Iterator
from datetime import date

from llmpath.actions.learning_path import LearningPath
from llmpath.actions.session import Session
from llmpath.domain.outline import Node
from llmpath.domain.records import Register, Status
from llmpath.domain.timeline import OPEN, common, format_spans
from llmpath.domain.times import to_time
from llmpath.views.show import EntryView


def history(session: Session, path: LearningPath, node: Node) -> Iterator[EntryView]:
    """Yield an entry for each register that says something of a node, in no order."""
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
