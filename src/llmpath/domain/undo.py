"""Undo and redo: taking a command back by writing what was there before, with new stamps.

An undo is a change like any other, so it holds after a join, and what was changed later, here or on
another machine, is left alone. Of a timeline every second is looked at by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple, TypeVar

from llmpath.domain.marking import Occasion
from llmpath.domain.records import (
    EMPTY,
    Day,
    Mark,
    Note,
    Opened,
    Position,
    Progress,
    Record,
    Register,
    Seen,
    apply,
    join,
    painted,
    restamped,
    stamp_after,
    visible,
)
from llmpath.domain.timeline import Spans, common, joined, without

R = TypeVar("R", Mark, Opened, Position, Note, Day)
State = Literal["done", "undone", "redone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command that wrote: its words, when, and the registers it touched, before and after.

    Whichever of `before` and `after` was written last (see `state`) carries the stamps it was
    written with.
    """

    words: str
    at: int
    on: date
    state: State = "done"
    before: Progress
    after: Progress

    @property
    def written(self) -> Progress:
        """The registers that were written last."""
        return self.before if self.state == "undone" else self.after


class Reversal(NamedTuple):
    """What taking a command back, or bringing it back, writes; and the keys it has to leave alone."""

    command: Command
    delta: Progress
    left_alone: tuple[str, ...]


class Reversals(NamedTuple):
    """All remembered commands after some were taken or brought back, and what that writes."""

    commands: tuple[Command, ...]
    delta: Progress
    reversed: tuple[Reversal, ...]


def remember(words: str, progress: Progress, delta: Progress, occasion: Occasion) -> Command:
    """Return the command that turns `progress` into `progress` joined with `delta`."""
    items = {}
    for key, changed in delta.items.items():
        record = progress.items.get(key, EMPTY)
        area = joined(span for entry in changed.seen for span in entry.spans)
        items[key] = Record(
            title=record.title,
            mark=record.mark if changed.mark else None,
            opened=record.opened if changed.opened else None,
            position=record.position if changed.position else None,
            seen=_inside(record.seen, area),
            notes={name: record.notes[name] for name in changed.notes if name in record.notes},
        )
    days = {day: progress.days[day] for day in delta.days if day in progress.days}
    before = Progress(items=items, days=days)
    return Command(words=words, at=occasion.now, on=occasion.today, before=before, after=delta)


def settled(commands: Sequence[Command], progress: Progress) -> tuple[Command, ...]:
    """Return the commands as they really happened.

    The undo file is written before the progress, so its newest entry may tell of a write that never
    landed there: that command did not happen, or is as it was before its last undo or redo.
    """
    result = []
    for command in commands:
        if _landed(command.written, progress):
            result.append(command)
        elif command.state != "done":
            earlier: State = "redone" if command.state == "undone" else "undone"
            result.append(replace(command, state=earlier))
    return tuple(result)


def undo(commands: Sequence[Command], progress: Progress, occasion: Occasion, count: int) -> Reversals:
    """Take back the newest `count` commands that are not taken back yet, fewer where there are fewer."""
    standing = [position for position, command in enumerate(commands) if command.state != "undone"]
    return _reversals(commands, standing[::-1][:count], progress, occasion)


def redo(commands: Sequence[Command], progress: Progress, occasion: Occasion) -> Reversals:
    """Bring back the command that was taken back last; nothing after a new command."""
    position = len(commands)
    while position and commands[position - 1].state == "undone":
        position -= 1
    return _reversals(commands, [position] if position < len(commands) else [], progress, occasion)


def _reversals(
    commands: Sequence[Command], positions: Sequence[int], progress: Progress, occasion: Occasion
) -> Reversals:
    remembered, delta, reversed_ = list(commands), Progress(), []
    for position in positions:
        reversal = _reversal(remembered[position], apply(progress, delta), occasion)
        remembered[position] = reversal.command
        delta = join(delta, reversal.delta)
        reversed_.append(reversal)
    return Reversals(tuple(remembered), delta, tuple(reversed_))


def _reversal(command: Command, progress: Progress, occasion: Occasion) -> Reversal:
    if command.state == "undone":
        delta, left_alone = _reverse(command.before, command.after, progress, occasion)
        return Reversal(replace(command, state="redone", after=delta), delta, left_alone)
    delta, left_alone = _reverse(command.after, command.before, progress, occasion)
    return Reversal(replace(command, state="undone", before=delta), delta, left_alone)


def _reverse(
    written: Progress, wanted: Progress, progress: Progress, occasion: Occasion
) -> tuple[Progress, tuple[str, ...]]:
    """Return the change to `wanted` of all that still carries the stamps of `written`."""
    items: dict[str, Record] = {}
    left_alone = []
    for key, record in written.items.items():
        now = progress.items.get(key, EMPTY)
        back = _reverse_record(record, wanted.items.get(key, EMPTY), now, occasion)
        if back.mark or back.opened or back.position or back.seen or back.notes:
            items[key] = back
        else:
            left_alone.append(key)
    days = {
        day: restored
        for day, register in written.days.items()
        if (restored := _restored(register, wanted.days.get(day), progress.days.get(day), occasion))
    }
    return Progress(items=items, days=days), tuple(left_alone)


def _reverse_record(written: Record, wanted: Record, now: Record, occasion: Occasion) -> Record:
    notes = {
        name: restored
        for name, note in written.notes.items()
        if (restored := _restored(note, wanted.notes.get(name), now.notes.get(name), occasion))
    }
    return Record(
        title=now.title,
        mark=_restored(written.mark, wanted.mark, now.mark, occasion),
        opened=_restored(written.opened, wanted.opened, now.opened, occasion),
        position=_restored(written.position, wanted.position, now.position, occasion),
        seen=_restored_seen(written.seen, wanted.seen, now.seen, occasion),
        notes=notes,
    )


def _restored(written: R | None, wanted: R | None, now: R | None, occasion: Occasion) -> R | None:
    """Return `wanted`, or that nothing was said, if `now` is still what was written; else None."""
    if written is None or now is None or now.stamp != written.stamp:
        return None
    stamp = stamp_after(occasion.now, occasion.device, [now])
    return restamped(wanted or _unsaid(written), stamp)


def _unsaid(register: R) -> R:
    """Return a register that says nothing, in place of one that was not there before."""
    if isinstance(register, Mark):
        return replace(register, status=None)
    if isinstance(register, Opened):
        return replace(register, when=None)
    if isinstance(register, Position):
        return replace(register, second=None)
    if isinstance(register, Note):
        return replace(register, gone=True)
    return replace(register, seconds=0)


def _restored_seen(
    written: frozenset[Seen], wanted: frozenset[Seen], now: frozenset[Seen], occasion: Occasion
) -> frozenset[Seen]:
    """Return what was seen before of every second that still shows what was written."""
    carried = joined((stretch.start, stretch.end) for stretch in painted(now) if stretch.top in written)
    if not carried:
        return frozenset()
    stamp = stamp_after(
        occasion.now, occasion.device, [entry for entry in now if common(carried, entry.spans)]
    )
    back = {restamped(entry, stamp) for entry in _inside(wanted, carried)}
    rest = without(carried, joined(span for entry in back for span in entry.spans))
    if rest:
        back.add(Seen(status=None, spans=rest, on=occasion.today, stamp=stamp))
    return frozenset(back)


def _inside(seen: frozenset[Seen], area: Spans) -> frozenset[Seen]:
    """Return what can be seen of entries inside an area, each second in one entry only."""
    tops: dict[Seen, list[tuple[int, int]]] = {}
    for start, end, top in painted(seen):
        for span in common(((start, end),), area):
            tops.setdefault(top, []).append(span)
    return frozenset(replace(entry, spans=joined(spans)) for entry, spans in tops.items())


def _landed(written: Progress, progress: Progress) -> bool:
    """Whether a change is in the progress, or something later than it."""
    for key, record in written.items.items():
        now = progress.items.get(key)
        if now is None or not _record_landed(record, now):
            return False
    return all(_is_there(day, progress.days.get(at)) for at, day in written.days.items())


def _record_landed(written: Record, now: Record) -> bool:
    pairs: list[tuple[Register | None, Register | None]] = [
        (written.mark, now.mark),
        (written.opened, now.opened),
        (written.position, now.position),
        *((note, now.notes.get(name)) for name, note in written.notes.items()),
    ]
    seen = visible(now.seen | written.seen)
    return all(_is_there(*pair) for pair in pairs) and not (written.seen & seen) - now.seen


def _is_there(written: Register | None, now: Register | None) -> bool:
    return written is None or (now is not None and now.stamp >= written.stamp)
