"""What `llmpath add` added."""

from typing import NamedTuple

from llmpath.views import in_json
from llmpath.views.node import CurriculumView


@in_json(left_out={"start"})
class AddedResourceView(NamedTuple):
    """A resource as it stands in the curriculum now; `start` is where its link begins to play."""

    number: str
    id: str
    key: str
    title: str
    kind: str
    url: str | None
    start: int = 0


@in_json(left_out={"is_own"})
class AddedView(NamedTuple):
    """The resource that was added, or that was there, with the file it is in.

    `path` is None where that is the bundled curriculum, `backup` where there was no version before.
    `is_own` is whether the file lies in the user's folder, and not where the user keeps it.
    """

    changed: tuple[AddedResourceView, ...]
    unchanged: tuple[AddedResourceView, ...]
    curriculum: CurriculumView
    path: str | None
    backup: str | None
    is_own: bool = True
