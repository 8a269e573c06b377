"""What is shown: one frozen value a screen, from which text is drawn and JSON is written alike."""

from collections.abc import Callable, Collection
from typing import NamedTuple, TypeVar

SCHEMA = 1
"""Counts the shapes of the JSON documents: fields are added within a number, and never removed."""

V = TypeVar("V", bound=type)


class JsonForm(NamedTuple):
    """How the JSON of a view differs from its fields.

    `left_out` are fields that are only drawn. `merged` is a field that holds a view; its fields stand
    there in the place of it.
    """

    left_out: Collection[str] = ()
    merged: str = ""


AS_IT_IS = JsonForm()
JSON_FORMS: dict[type, JsonForm] = {}


def in_json(*, left_out: Collection[str] = (), merged: str = "") -> Callable[[V], V]:
    """Say how the JSON of a view differs from its fields."""

    def told(view: V) -> V:
        JSON_FORMS[view] = JsonForm(left_out, merged)
        return view

    return told
