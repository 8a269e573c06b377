"""The screens of `llmpath curriculum list`, `use`, `add` and `remove`."""

from dataclasses import dataclass
from typing import Literal

from llmpath.views import drawn_only

Change = Literal["added", "replaced", "in use", "removed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """A curriculum that can be chosen: without title where its file has faults, without path if bundled."""

    id: str
    title: str | None
    version: str | None
    path: str | None
    active: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CurriculaView:
    """All curricula; `folder` is where the user's own ones lie."""

    curricula: tuple[EntryView, ...]
    folder: str | None = drawn_only(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CurriculumChangeView:
    """What became of a curriculum, and where the version before is kept; `unchanged` if it was so already.

    `before` was in use, `over` is what says another one for now. `falls_back` is whether the bundled one
    is in use again.
    """

    changed: tuple[EntryView, ...]
    unchanged: tuple[EntryView, ...]
    backup: str | None
    change: Change = drawn_only()
    before: str | None = drawn_only(None)
    over: str | None = drawn_only(None)
    falls_back: bool = drawn_only(default=False)
