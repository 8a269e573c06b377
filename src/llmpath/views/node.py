"""A section, resource, part or chapter as it is shown anywhere (docs/json.md)."""

from typing import NamedTuple

from llmpath.domain.records import Status


class NodeView(NamedTuple):
    """A node with all its parts and chapters. Lengths and positions are seconds, None where not known."""

    number: str | None
    id: str | None
    key: str | None
    title: str
    kind: str
    url: str | None
    author: str | None
    start: int
    end: int | None
    seconds: int | None
    seconds_done: int
    estimated: bool
    status: Status
    fraction: float
    resume_url: str | None
    after: tuple[str, ...]
    also: tuple[str, ...]
    parts: "tuple[NodeView, ...]" = ()


class TotalsView(NamedTuple):
    """How far a whole curriculum is; each thing counts once, what is skipped is neither done nor left.

    `seconds_left` is the time it takes at the learner's `speed`, the others are the videos' own seconds.
    """

    resources: int
    done: int
    skipped: int
    seconds: int
    seconds_done: int
    seconds_left: int
    speed: float
    fraction: float
    estimated: bool


class CurriculumView(NamedTuple):
    """Which curriculum it is."""

    id: str
    title: str
    version: str | None


class PlaceView(NamedTuple):
    """What something is called."""

    number: str | None
    id: str | None
    title: str
