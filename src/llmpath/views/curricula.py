"""The screens of `llmpath curriculum list`, `use`, `add` and `remove`."""

from typing import Literal, NamedTuple

from llmpath.views import in_json

CurriculumChange = Literal["added", "replaced", "in use", "removed"]


class CurriculumEntryView(NamedTuple):
    """A curriculum that can be chosen: without title where its file has faults, without path if bundled."""

    id: str
    title: str | None
    version: str | None
    path: str | None
    active: bool


@in_json(left_out={"folder"})
class CurriculaView(NamedTuple):
    """All curricula; `folder` is where the user's own ones lie."""

    curricula: tuple[CurriculumEntryView, ...]
    folder: str | None = None


@in_json(left_out={"change", "before", "over", "falls_back"})
class CurriculumChangeView(NamedTuple):
    """What became of a curriculum, and where the version before is kept; `unchanged` if it was so already.

    `before` was in use, `over` is what says another one for now. `falls_back` is whether the default
    is in use again.
    """

    changed: tuple[CurriculumEntryView, ...]
    unchanged: tuple[CurriculumEntryView, ...]
    backup: str | None
    change: CurriculumChange
    before: str | None = None
    over: str | None = None
    falls_back: bool = False
