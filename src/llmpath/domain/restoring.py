"""Restoring registers: what writes them back, with new stamps, where nothing later was written."""

from typing import TypeVar

from llmpath.domain.joining import painted
from llmpath.domain.occasion import Occasion
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
    Stamp,
    Status,
    restamped,
    stamp_after,
)
from llmpath.domain.timeline import Span, Spans, common, joined, without

R = TypeVar("R", Mark, Opened, Position, Note, Day)


def reverse(
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
        if not _is_whole(back, record):
            left_alone.append(key)
    if not items:
        return Progress(), tuple(left_alone)
    days = {
        day: restored
        for day, register in written.days.items()
        if (restored := _restored(register, wanted.days.get(day), progress.days.get(day), occasion))
    }
    return Progress(items=items, days=days), tuple(left_alone)


def followed(side: Progress, old: Progress, new: Progress) -> Progress:
    """Return what another command wrote with new stamps on all of `old` in it, which was restored as `new`.

    Else an undo of that command would take the restored registers for later changes.
    """
    items = {
        key: _followed_record(record, old.items[key], new.items[key])
        if key in old.items and key in new.items
        else record
        for key, record in side.items.items()
    }
    days = {day: _same(register, old.days.get(day), new.days.get(day)) for day, register in side.days.items()}
    return Progress(items=items, days=days)


def landed(written: Progress, progress: Progress) -> bool:
    """Whether a change is in the progress, or something later than it."""
    for key, record in written.items.items():
        now = progress.items.get(key)
        if now is None or not _record_landed(record, now):
            return False
    return all(_is_there(day, progress.days.get(at)) for at, day in written.days.items())


def inside(seen: frozenset[Seen], area: Spans) -> frozenset[Seen]:
    """Return what can be seen of entries inside an area, each second in one entry only."""
    tops: dict[Seen, list[tuple[int, int]]] = {}
    for start, end, top in painted(seen):
        for span in common(((start, end),), area):
            tops.setdefault(top, []).append(span)
    return frozenset(entry._replace(spans=joined(spans)) for entry, spans in tops.items())


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
        return register._replace(status=None)
    if isinstance(register, Opened):
        return register._replace(when=None)
    if isinstance(register, Position):
        return register._replace(second=None)
    if isinstance(register, Note):
        return register._replace(gone=True)
    return register._replace(seconds=0)


def _restored_seen(
    written: frozenset[Seen], wanted: frozenset[Seen], now: frozenset[Seen], occasion: Occasion
) -> frozenset[Seen]:
    """Return what was seen before of every second that still shows what was written."""
    carried = _carried(written, now)
    if not carried:
        return frozenset()
    stamp = stamp_after(
        occasion.now, occasion.device, [entry for entry in now if common(carried, entry.spans)]
    )
    back = {restamped(entry, stamp) for entry in inside(wanted, carried)}
    rest = without(carried, joined(span for entry in back for span in entry.spans))
    if rest:
        back.add(Seen(status=None, spans=rest, on=occasion.today, stamp=stamp))
    return frozenset(back)


def _carried(written: frozenset[Seen], now: frozenset[Seen]) -> Spans:
    """Return the seconds that still show what was written."""
    shown: dict[tuple[Stamp, Status | None], list[Span]] = {}
    for start, end, top in painted(now):
        shown.setdefault((top.stamp, top.status), []).append((start, end))
    return joined(
        span
        for entry in written
        for span in common(entry.spans, joined(shown.get((entry.stamp, entry.status), ())))
    )


def _followed_record(record: Record, old: Record, new: Record) -> Record:
    return record._replace(
        mark=record.mark and _same(record.mark, old.mark, new.mark),
        opened=record.opened and _same(record.opened, old.opened, new.opened),
        position=record.position and _same(record.position, old.position, new.position),
        seen=record.seen | _followed_seen(record.seen, old.seen, new.seen),
        notes={
            name: _same(note, old.notes.get(name), new.notes.get(name)) for name, note in record.notes.items()
        },
    )


def _followed_seen(seen: frozenset[Seen], old: frozenset[Seen], new: frozenset[Seen]) -> frozenset[Seen]:
    """Return the restored entries of what `seen` and `old` have in common, within the spans of `seen`."""
    shared = {(entry.stamp, entry.status) for entry in old}
    return frozenset(
        restored._replace(spans=spans)
        for entry in seen
        if (entry.stamp, entry.status) in shared
        for restored in new
        if (restored.said_at, restored.status) == (entry.said_at, entry.status)
        and (spans := common(restored.spans, entry.spans))
    )


def _same(register: R, old: R | None, new: R | None) -> R:
    """Return `new` where the register is the one that was restored as it."""
    return new if old and new and register.stamp == old.stamp else register


def _record_landed(written: Record, now: Record) -> bool:
    pairs: list[tuple[Register | None, Register | None]] = [
        (written.mark, now.mark),
        (written.opened, now.opened),
        (written.position, now.position),
        *((note, now.notes.get(name)) for name, note in written.notes.items()),
    ]
    return all(_is_there(*pair) for pair in pairs) and all(
        _is_covered(entry, now.seen) for entry in written.seen
    )


def _is_covered(entry: Seen, now: frozenset[Seen]) -> bool:
    """Whether every second of an entry shows it, or something later."""
    later = joined((start, end) for start, end, top in painted(now) if top.stamp >= entry.stamp)
    return not without(entry.spans, later)


def _is_there(written: Register | None, now: Register | None) -> bool:
    return written is None or (now is not None and now.stamp >= written.stamp)


def _is_whole(back: Record, written: Record) -> bool:
    """Whether everything that was written was restored, every second of it."""
    missing = without(_area(written.seen), _area(back.seen))
    return (
        bool(back.mark) == bool(written.mark)
        and bool(back.opened) == bool(written.opened)
        and bool(back.position) == bool(written.position)
        and len(back.notes) == len(written.notes)
        and not missing
    )


def _area(seen: frozenset[Seen]) -> Spans:
    return joined(span for entry in seen for span in entry.spans)
