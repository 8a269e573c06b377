"""The screen of `llmpath search`."""

from typing import Literal, NamedTuple

from llmpath.views import in_json


@in_json(left_out={"ref", "url", "at"})
class HitView(NamedTuple):
    """A text that was found. `ref` is what `open` takes to get there, `at` the letter to show it from."""

    number: str | None
    id: str | None
    title: str
    where: Literal["title", "chapter", "note"]
    text: str
    ref: str
    url: str | None
    at: int = 0


@in_json(left_out={"words"})
class SearchView(NamedTuple):
    """What was found, in curriculum order."""

    hits: tuple[HitView, ...]
    words: str
