"""How two copies of what is known join.

A register is a whole with one stamp: the greatest stamp wins, nothing is filled in from the loser.
That makes `join` commutative, associative and idempotent, so several machines and several copies of a
file lose nothing whatever order they are read in.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from llmpath.domain.records import EMPTY, AnyRegister, Extra, Progress, Record, Register, Seen, Stamp
from llmpath.domain.timeline import Stretch, paint

K = TypeVar("K")
V = TypeVar("V")


def join(one: Progress, other: Progress) -> Progress:
    """Return the progress that holds the later of everything in both."""
    return Progress(
        items=_merge(one.items, other.items, join_records),
        days=_merge(one.days, other.days, later),
        extra=join_extra(one.extra, other.extra),
    )


def apply(progress: Progress, delta: Progress) -> Progress:
    """Return progress with a change made just now; its titles are the ones last seen."""
    joined = join(progress, delta)
    items = dict(joined.items)
    for key, changed in delta.items.items():
        items[key] = items[key]._replace(title=changed.title or items[key].title)
    return joined._replace(items=items)


def known_of(progress: Progress, keys: Iterable[str]) -> Record:
    """Return what is known under a key and its former keys together."""
    joined = EMPTY
    for key in keys:
        if key in progress.items:
            joined = join_records(joined, progress.items[key])
    return joined


def join_records(one: Record, other: Record) -> Record:
    """Return the record that holds the later of every register of both."""
    if one is EMPTY or one == other:
        return other
    return Record(
        title=max(one.title, other.title),
        mark=_later_of(one.mark, other.mark),
        opened=_later_of(one.opened, other.opened),
        position=_later_of(one.position, other.position),
        seen=visible(one.seen | other.seen),
        notes=_merge(one.notes, other.notes, later),
        extra=join_extra(one.extra, other.extra),
    )


def join_extra(one: Extra, other: Extra) -> Extra:
    """Return what rides along in both: under one name the greater, tables entry by entry."""
    if not one or not other:
        return one or other
    return _merge(one, other, _greater)


def later(one: AnyRegister, other: AnyRegister) -> AnyRegister:
    """Return the register with the greater stamp; between equal stamps the greater in content."""
    return max(one, other, key=order)


def order(register: Register) -> tuple[Stamp, str]:
    """Return what registers are compared by: the stamp, then a text of the whole content."""
    content = zip(register._fields, register, strict=True)
    return register.stamp, repr([(name, _plain(value)) for name, value in content])


def layers(seen: Iterable[Seen]) -> list[Seen]:
    """Return seen entries from the one on top down."""
    entries = list(seen)
    return sorted(entries, key=order, reverse=True) if len(entries) > 1 else entries


def painted(seen: Iterable[Seen]) -> tuple[Stretch[Seen], ...]:
    """Return the timeline with the later entry on top of the earlier one, second by second."""
    return paint((entry.spans, entry) for entry in layers(seen))


def visible(seen: frozenset[Seen]) -> frozenset[Seen]:
    """Return the entries of which at least a second is on top."""
    return seen if len(seen) <= 1 else frozenset(stretch.top for stretch in painted(seen))


def _later_of(one: AnyRegister | None, other: AnyRegister | None) -> AnyRegister | None:
    return later(one, other) if one and other else one or other


def _merge(one: Mapping[K, V], other: Mapping[K, V], choose: Any) -> dict[K, V]:
    """Return both mappings as one, `choose(a, b)` deciding what stands under a key they share."""
    merged = dict(one)
    for key, value in other.items():
        merged[key] = choose(merged[key], value) if key in merged else value
    return merged


def _greater(one: Any, other: Any) -> Any:
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return join_extra(one, other)
    return max(one, other, key=lambda value: repr(_plain(value)))


def _plain(value: Any) -> Any:
    """Return a value whose `repr` does not depend on the order in which tables were filled."""
    if isinstance(value, Mapping):
        return sorted((str(name), _plain(entry)) for name, entry in value.items())
    if isinstance(value, list | tuple):
        return [_plain(entry) for entry in value]
    return value
