"""`llmpath log`: this machine's last commands, and what other machines marked."""

from collections.abc import Iterator
from datetime import datetime

from llmpath.actions.history import history
from llmpath.actions.learning_path import LearningPath, open_path
from llmpath.actions.session import Session
from llmpath.domain.outline import in_order
from llmpath.domain.records import Record, Status
from llmpath.domain.times import to_time
from llmpath.domain.undo import Command
from llmpath.views.log import LogView
from llmpath.views.show import EntryView


def log(session: Session, count: int) -> LogView:
    """Return the newest `count` entries."""
    path = open_path(session)
    remembered = session.progress.writer().remembered()
    entries = [
        *(entry for command in remembered for entry in _entries(path, command)),
        *(
            entry
            for key in path.progress.items
            for entry in history(session, path, path.node_of(key))
            if entry.device != path.device
        ),
    ]
    entries.sort(key=_order, reverse=True)
    return LogView(entries=tuple(entries[:count]), device=path.device, today=session.now().today)


def _order(entry: EntryView) -> tuple[datetime, list[int], str]:
    return entry.at, in_order(entry.number or ""), entry.command


def _entries(path: LearningPath, command: Command) -> Iterator[EntryView]:
    """Yield an entry for each thing that a command of this machine touched."""
    for key, record in command.after.items.items():
        node = path.node_of(key)
        yield EntryView(
            at=to_time(command.at),
            on=command.on,
            device=path.device,
            command=command.words,
            number=node.number or None,
            id=node.id or None,
            title=node.title,
            status=_said(record),
            undone=command.state == "undone",
        )


def _said(record: Record) -> Status | None:
    """Return the status that the registers of one command say, None for an opening."""
    if record.seen:
        return max(record.seen, key=lambda entry: entry.stamp).status
    return record.mark.status if record.mark else None
