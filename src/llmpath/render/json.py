"""Views as JSON: one generic encoder, so that a new view has its JSON without a line written."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from llmpath.render.clean import escaped
from llmpath.views import AS_IT_IS, JSON_FORMS, SCHEMA

_ALREADY_JSON = frozenset({str, int, float, bool, type(None)})


def to_json(view: Any, *, ascii_only: bool, indent: int | None) -> str:
    """Return a view as one JSON document, `schema` first, in the form of docs/json.md."""
    document = {"schema": SCHEMA, **plain(view)}
    return escaped(json.dumps(document, ensure_ascii=ascii_only, indent=indent))


def plain(value: Any) -> Any:
    """Return a view, or anything in one, as what JSON has."""
    if type(value) in _ALREADY_JSON:
        return value
    if hasattr(value, "_fields"):
        return _fields(value)
    if isinstance(value, list | tuple):
        return [plain(entry) for entry in value]
    if isinstance(value, Mapping):
        return {str(name): plain(entry) for name, entry in value.items()}
    return _iso(value) if isinstance(value, date) else value


def _iso(day: date) -> str:
    if isinstance(day, datetime):
        return day.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return day.isoformat()


def _fields(view: Any) -> dict[str, Any]:
    """Return the fields of a view; a name that Python keeps for itself has a `_` behind it there."""
    kind: Any = type(view)
    said = dict(zip(_names(kind), view, strict=True))
    form = JSON_FORMS.get(kind, AS_IT_IS)
    merged = said.pop(form.merged, ())
    for name in form.left_out:
        said.pop(name, None)
    for name, value in said.items():
        if type(value) not in _ALREADY_JSON and value != ():
            said[name] = plain(value)
    if not merged:
        return said
    return {name: value for name, value in _fields(merged).items() if name not in form.left_out} | said


@cache
def _names(view: Any) -> tuple[str, ...]:
    return tuple(name.rstrip("_") for name in view._fields)
