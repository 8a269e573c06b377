"""What the registers of a thing say was recorded of it, on any machine."""

from collections.abc import Iterable, Iterator
from datetime import date

from llmpath.actions.learning_path import LearningPath
from llmpath.actions.session import Session
from llmpath.domain.outline import Node
from llmpath.domain.records import Mark, Register, Seen, Stamp, Status
from llmpath.domain.timeline import OPEN, common, format_spans, joined
from llmpath.domain.times import to_time
from llmpath.views.show import EntryView


def history(session: Session, path: LearningPath, node: Node) -> Iterator[EntryView]:
    """Yield an entry for each register that says something of a node, in no order."""
    record = path.standings.record(node)

    def entry(register: Register, command: str, status: Status | None, on: date) -> EntryView:
        return EntryView(
            at=to_time(register.stamp.at),
            on=on,
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
    said = [seen for seen in _said_at_once(record.seen) if seen.status and common(span, seen.spans)]
    mark = record.mark
    for seen in said:
        status = mark.status if mark and mark.status and mark.stamp == seen.stamp else seen.status
        of = "" if seen.spans == ((node.start, OPEN),) else f" {format_spans(seen.spans)}"
        yield entry(seen, f"mark {status}{of}{_known(seen)}", status, seen.on)
    if mark and mark.status and not node.is_chapter and all(seen.stamp != mark.stamp for seen in said):
        yield entry(mark, f"mark {mark.status}{_known(mark)}", mark.status, mark.on)


def _known(said: Seen | Mark) -> str:
    return " --known" if said.known else ""


def _said_at_once(registers: Iterable[Seen]) -> Iterator[Seen]:
    """Yield registers, those of one stamp that say the same of different spans made one."""
    by_command: dict[tuple[Stamp, Status | None, date | None], list[Seen]] = {}
    for seen in registers:
        by_command.setdefault((seen.stamp, seen.status, seen.on), []).append(seen)
    for first, *others in by_command.values():
        spans = joined(span for seen in (first, *others) for span in seen.spans)
        yield first._replace(spans=spans)
