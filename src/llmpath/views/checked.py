"""The screen of `llmpath curriculum check`."""

from typing import NamedTuple

from llmpath.views import in_json


class FaultView(NamedTuple):
    """A broken rule of the format: where, what is wrong, what would be right."""

    path: str
    line: int | None
    message: str
    hint: str


@in_json(left_out={"title", "sections", "resources"})
class CheckView(NamedTuple):
    """What is wrong with a curriculum file, nothing where it is good."""

    file: str
    errors: tuple[FaultView, ...]
    title: str = ""
    sections: int = 0
    resources: int = 0
