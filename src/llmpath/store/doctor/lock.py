"""Whether the lock works that keeps several llmpath apart."""

from pathlib import Path

from llmpath.store.doctor.scene import Check
from llmpath.store.lock import Trial, tried
from llmpath.store.places import LOCK


def check(directory: Path) -> Check:
    """Return whether the lock can be taken now; it is let go at once, and not made where it is absent."""
    match tried(directory / LOCK):
        case Trial.FREE:
            return Check("lock", detail="works")
        case Trial.ABSENT:
            return Check("lock", detail="made at the first write")
        case Trial.HELD:
            return Check("lock", detail="held: another llmpath is writing just now")
        case Trial.UNSUPPORTED:
            return Check(
                "lock",
                ok=False,
                detail="this filesystem has no locks: two llmpath at once may lose a mark",
                fix="keep progress on another filesystem: set LLMPATH_STATE_DIR",
            )
        case Trial.REFUSED:
            return Check(
                "lock", ok=False, detail=f"{directory / LOCK} cannot be opened", fix="check its permissions"
            )
