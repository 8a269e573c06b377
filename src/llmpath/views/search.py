"""The screen of `llmpath search`."""

from dataclasses import dataclass
from typing import Literal

from llmpath.views import drawn_only


@dataclass(frozen=True, slots=True, kw_only=True)
class HitView:
    """A text that was found. `ref` is what `open` takes to get there, `at` the letter to show it from."""

    number: str | None
    id: str | None
    title: str
    where: Literal["title", "chapter", "note"]
    text: str
    ref: str = drawn_only()
    url: str | None = drawn_only()
    at: int = drawn_only(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """What was found, in curriculum order."""

    hits: tuple[HitView, ...]
    words: str = drawn_only()
