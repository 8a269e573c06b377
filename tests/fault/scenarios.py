"""The commands that are swept, each with the home it meets and with what is done after it."""

from collections.abc import Callable
from dataclasses import dataclass

from fault.images import Image

CURRICULUM = """
schema = 1
id = "mine"
title = "Mine"
[[sections]]
id = "one"
title = "One"
[[sections.resources]]
id = "lecture"
kind = "video"
title = "A lecture in two chapters"
url = "https://youtu.be/VMj-3S1tku0"
duration = 600
chapters = [{ start = 0, title = "The first half" }, { start = 300, title = "The second half" }]
[[sections.resources]]
id = "essay"
kind = "article"
title = "An essay"
url = "https://example.org/essay"
[[sections.resources]]
id = "novel"
kind = "book"
title = "A novel"
url = "https://example.org/novel"
[[sections.resources]]
id = "talk"
kind = "video"
title = "A talk"
url = "https://youtu.be/k2FP-T6S1x0"
duration = 300
"""

STATE = "state/llmpath/"
"""The state folder in a home, two levels deep so that the first run has more than one to make."""

PROGRESS, UNDO, LOCK = STATE + "progress.toml", STATE + "undo.toml", STATE + "progress.lock"
STALE = STATE + ".progress.0123456789ab.tmp"


def as_it_is(image: Image) -> Image:
    return image


def littered(image: Image) -> Image:
    """Return a home with 14 daily copies and what a killed write left: there is something to delete."""
    daily = {f"{STATE}backup-2026-10-{day:02}.toml": image[PROGRESS] for day in range(1, 15)}
    return {**image, **daily, STALE: b"format = 1\n"}


def cut(image: Image) -> Image:
    """Return a home whose progress file lost its second half."""
    content = image[PROGRESS]
    assert isinstance(content, bytes)
    return {**image, PROGRESS: content[: len(content) // 2]}


def cut_beside_a_copy(image: Image) -> Image:
    """Return a home whose progress file was cut, but not what a sync service had laid beside it."""
    return {**cut(image), STATE + "progress (conflicted copy).toml": image[PROGRESS]}


def gone(image: Image) -> Image:
    """Return a home without its progress file, but with its backups."""
    return {name: content for name, content in image.items() if name != PROGRESS}


BEFORE = ("mark done essay", "mark doing novel", "mark done lecture/2")
"""Three marks, so that the file, the version before and the daily copy all differ."""


@dataclass(frozen=True)
class Scenario:
    """A command, what was done before it, what then befell the home, and what is done afterwards."""

    name: str
    command: str
    before: tuple[str, ...] = BEFORE
    befell: Callable[[Image], Image] = as_it_is
    then: tuple[str, ...] = ("undo", "mark done talk")


SCENARIOS = (
    Scenario("mark", "mark done lecture/1"),
    Scenario("mark, old files", "mark done lecture/1", befell=littered),
    Scenario("mark, file cut", "mark done lecture/1", befell=cut),
    Scenario("first run", "mark done lecture/1", before=()),
    Scenario("undo", "undo", then=("redo", "mark done talk")),
    Scenario("redo", "redo", before=(*BEFORE, "undo")),
    Scenario("open", "open --from-start talk"),
    Scenario("doctor, file cut", "doctor --fix", befell=cut_beside_a_copy),
    Scenario("doctor, file gone", "doctor --fix", befell=gone),
)
