"""What the checks look at, read once, and what a check says."""

from pathlib import Path
from typing import NamedTuple

from llmpath.domain.times import Now
from llmpath.errors import StateError
from llmpath.store.copies import Copy
from llmpath.store.state import State, kept_of, read_state

FIX = "llmpath doctor --fix"


class Check(NamedTuple):
    """What one check found; `fix` says what mends it, None where there is nothing to mend."""

    name: str
    ok: bool = True
    detail: str = ""
    fix: str | None = None


class Scene(NamedTuple):
    """A state folder as it was read: the joined state, and all backups whether they are needed or not."""

    directory: Path
    state: State
    backups: tuple[Copy, ...]
    now: Now


def look(directory: Path, now: Now) -> Scene:
    """Return what is in a state folder; raises `StateError` where it cannot be read."""
    state = read_state(directory)
    try:
        kept = kept_of(state, directory)
    except OSError as error:
        raise StateError(f"cannot read {directory}: {error.strerror}", "check its permissions") from error
    return Scene(directory, state, kept, now)
