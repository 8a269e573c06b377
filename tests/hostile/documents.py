"""A curriculum and a progress file with something in every field there is, and changes of one of them."""

import copy
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

import tomli_w

from llmpath.store.progress_form import seal

Place = tuple[str | int, ...]

CURRICULUM: dict[str, Any] = {
    "schema": 1,
    "id": "mine",
    "title": "Mine",
    "version": "2026",
    "source": "https://example.org/list",
    "sections": [
        {
            "id": "first",
            "title": "First",
            "note": "Begin here",
            "resources": [
                {
                    "id": "talk",
                    "kind": "video",
                    "title": "A talk",
                    "url": "https://www.youtube.com/watch?v=VMj-3S1tku0",
                    "author": "Somebody",
                    "duration": "20:00",
                    "start": "0:10",
                    "end": "19:00",
                    "note": "Worth it",
                    "was": ["https://example.org/former"],
                    "links": [{"title": "Slides", "url": "https://example.org/slides"}],
                    "chapters": [
                        {"start": "0:10", "title": "Hello"},
                        {"start": "5:00", "title": "Middle"},
                    ],
                },
                {
                    "id": "lessons",
                    "kind": "course",
                    "title": "A course",
                    "url": "https://example.org/course",
                    "after": ["talk"],
                    "parts": [
                        {
                            "title": "Lesson",
                            "kind": "article",
                            "url": "https://example.org/lesson",
                            "author": "Another",
                            "note": "Short",
                        },
                        {"title": "Exam"},
                    ],
                },
            ],
        },
        {
            "id": "second",
            "title": "Second",
            "after": ["first"],
            "resources": [{"id": "setup", "kind": "task", "title": "Set it up"}],
        },
    ],
}
AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def progress(text: str) -> dict[str, Any]:
    """Return a progress document with this text in every field, faulty entries among them."""
    said = {"on": date(2026, 11, 23), "at": AT, "by": f"by {text}", f"extra {text}": text}
    return {
        "format": 1,
        "device": f"device {text}",
        "host": f"host {text}",
        f"unknown {text}": {f"deep {text}": [text]},
        "items": {
            "youtube:VMj-3S1tku0": {
                "title": f"item {text}",
                "opened": {"when": AT, "at": AT, "by": f"opener {text}"},
                "position": {"second": 600, "at": AT, "by": text},
                "seen": [{"status": "done", "spans": "0:10-5:00", **said}, {"status": text}],
                "notes": [{"id": f"note {text}", "text": f"text {text}", "gone": False, **said}],
            },
            f"key {text}": {"title": f"gone {text}", "mark": {"status": "done", **said}},
            f"untitled {text}": {"opened": {"when": AT.replace(hour=10), "at": AT, "by": text}},
            f"fault {text}": {"title": 1, "mark": {"status": text}, "seen": text, "notes": [{"id": 1}]},
            f"flat {text}": text,
            "example.org/lesson": {f"field {text}": text, "mark": {"status": text, **said}},
        },
        "days": {
            f"day {text}": {"2026-11-23": {"seconds": 60, "at": AT, "by": text}, f"no {text}": {}},
            f"flat {text}": text,
        },
    }


def sealed(document: Mapping[str, Any]) -> bytes:
    """Return a progress document as the file that llmpath would write."""
    return seal(tomli_w.dumps(document))


def values(document: Any, at: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Yield every value in a document that is no table and no array, with its place."""
    if isinstance(document, dict | list):
        entries = document.items() if isinstance(document, dict) else enumerate(document)
        for name, value in entries:
            yield from values(value, (*at, name))
    else:
        yield at, document


def leaves(document: Any) -> Iterator[Place]:
    """Yield the place of every value in a document that is no table and no array."""
    return (place for place, _ in values(document))


def tables(document: Any, at: Place = ()) -> Iterator[Place]:
    """Yield the place of every table in a document."""
    if isinstance(document, dict):
        yield at
    if isinstance(document, dict | list):
        for name, value in document.items() if isinstance(document, dict) else enumerate(document):
            yield from tables(value, (*at, name))


def put(document: Mapping[str, Any], changes: Mapping[Place, Any]) -> dict[str, Any]:
    """Return a copy of a document with other values at some places."""
    changed: Any = copy.deepcopy(document)
    for place, value in changes.items():
        inner = changed
        for name in place[:-1]:
            inner = inner[name]
        inner[place[-1]] = value
    return dict(changed)
