"""The form of `progress.toml`: registers to TOML tables (`docs/storage.md`).

What is written is read back to the same registers by `llmpath.store.progress_reading`.
"""

import hashlib
from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

from llmpath.domain.joining import layers
from llmpath.domain.records import Extra, Mark, Note, Progress, Record, Register, Seen
from llmpath.domain.timeline import format_spans
from llmpath.domain.times import to_time

FORMAT = 1
END = b"# end of llmpath progress "

Table = dict[str, Any]
R = TypeVar("R", bound=Register)


class Header(NamedTuple):
    """What a progress file says of itself."""

    format: int = FORMAT
    device: str = ""
    host: str = ""


def to_toml(header: Header, progress: Progress) -> Table:
    """Return the TOML document of progress: scalars first, items and days in the order of their keys."""
    document: Table = {"format": header.format, "device": header.device, "host": header.host}
    return document | to_tables(progress)


def to_tables(progress: Progress) -> Table:
    """Return items and days as TOML tables."""
    items = {key: _record_table(record) for key, record in sorted(progress.items.items())}
    days: Table = {}
    for (device, day), register in sorted(progress.days.items()):
        table = {"seconds": register.seconds, **_stamp_table(register)}
        days.setdefault(device, {})[day.isoformat()] = table
    return _laid_over(progress.extra, {"items": items, "days": days})


def seal(text: str) -> bytes:
    """Return a document as bytes with its last line, by which a cut or an edit is noticed."""
    body = text.encode("utf-8")
    return body + END + digest(body) + b"\n"


def digest(body: bytes) -> bytes:
    """Return the first 16 hex digits of the SHA-256 of everything before the last line."""
    return hashlib.sha256(body).hexdigest()[:16].encode()


def _record_table(record: Record) -> Table:
    table: Table = {"title": record.title} if record.title else {}
    if record.mark:
        table["mark"] = _mark_table(record.mark)
    if record.opened:
        table["opened"] = {
            **({} if record.opened.when is None else {"when": to_time(record.opened.when)}),
            **({"cleared": True} if record.opened.cleared else {}),
            **_stamp_table(record.opened),
        }
    if record.position:
        second = record.position.second
        table["position"] = {
            **({} if second is None else {"second": second}),
            **_stamp_table(record.position),
        }
    if record.seen:
        table["seen"] = [_seen_table(entry) for entry in reversed(layers(record.seen))]
    if record.notes:
        table["notes"] = [_note_table(note) for _, note in sorted(record.notes.items())]
    return _laid_over(record.extra, table)


def _mark_table(mark: Mark) -> Table:
    return {
        **({} if mark.status is None else {"status": mark.status}),
        "on": mark.on,
        **({"known": True} if mark.known else {}),
        **({} if mark.when is None else {"when": to_time(mark.when)}),
        **_stamp_table(mark),
    }


def _seen_table(entry: Seen) -> Table:
    return {
        **({} if entry.status is None else {"status": entry.status}),
        "spans": format_spans(entry.spans),
        "on": entry.on,
        **({"known": True} if entry.known else {}),
        **({} if entry.when is None else {"when": to_time(entry.when)}),
        **_stamp_table(entry),
    }


def _note_table(note: Note) -> Table:
    return {
        "id": note.id,
        "text": note.text,
        **({} if note.moment is None else {"moment": note.moment}),
        "on": note.on,
        "gone": note.gone,
        **_stamp_table(note),
    }


def _stamp_table(register: Register) -> Table:
    return {"at": to_time(register.stamp.at), "by": register.stamp.by, **register.extra}


def _laid_over(extra: Extra, table: Table) -> Table:
    """Return a table with what rides along beside it, or inside it where both have the name."""
    merged = dict(table)
    for name, value in extra.items():
        mine = merged.get(name)
        if isinstance(mine, dict) and isinstance(value, Mapping):
            merged[name] = _laid_over(value, mine)
        elif isinstance(mine, list) and isinstance(value, list):
            merged[name] = [*mine, *value]
        else:
            merged[name] = mine if name in merged else value
    return merged
