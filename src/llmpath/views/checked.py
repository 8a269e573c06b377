"""The screen of `llmpath curriculum check`."""

from dataclasses import dataclass

from llmpath.views import drawn_only


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultView:
    """A broken rule of the format: where, what is wrong, what would be right."""

    path: str
    line: int | None
    message: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    """What is wrong with a curriculum file, nothing where it is good."""

    file: str
    errors: tuple[FaultView, ...]
    title: str = drawn_only("")
    sections: int = drawn_only(0)
    resources: int = drawn_only(0)
