"""Views as JSON: one generic encoder, so that a new view has its JSON without a line written."""

import dataclasses
import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from llmpath.render.clean import escaped

SCHEMA = 1


def to_json(view: Any, *, ascii_only: bool = False) -> str:
    """Return a view as one JSON document, `schema` first, in the form of section 5 of the contract."""
    document = {"schema": SCHEMA, **plain(view)}
    return escaped(json.dumps(document, ensure_ascii=ascii_only, indent=2))


def plain(value: Any) -> Any:
    """Return a view, or anything in one, as what JSON has."""
    if dataclasses.is_dataclass(value):
        names = ((field.name, field.metadata.get("json", field.name)) for field in dataclasses.fields(value))
        return {name: plain(getattr(value, own)) for own, name in names if name is not None}
    if isinstance(value, Mapping):
        return {str(name): plain(entry) for name, entry in value.items()}
    if isinstance(value, list | tuple):
        return [plain(entry) for entry in value]
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    return value
