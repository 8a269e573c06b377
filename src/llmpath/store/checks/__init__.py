"""What `llmpath doctor` looks at in the state folder: a module for each thing, a check in each."""

from pathlib import Path

from llmpath.domain.times import Now
from llmpath.errors import StateError
from llmpath.store.checks import clock, copies, device, lock, permissions, progress, space, undo
from llmpath.store.checks.scene import FIX, Check, look

__all__ = ["FIX", "Check", "examine"]

_WITHOUT_READING = (permissions.check, lock.check, space.check)
_WITH_ALL_READ = (
    progress.check, copies.check_backups, copies.check_conflict_copies, undo.check, device.check, clock.check,
)  # fmt: skip


def examine(state: Path | None, now: Now) -> tuple[Check, ...]:
    """Return every check of the state folder, in the order they are shown; changes nothing."""
    if state is None:
        detail = "there is no place to keep progress: HOME is not an absolute path"
        return (Check("place", ok=False, detail=detail, fix="set HOME or LLMPATH_STATE_DIR"),)
    place = Check("place", detail=f"{state}" if state.exists() else f"{state}, made at the first write")
    first = (place, *(check(state) for check in _WITHOUT_READING))
    try:
        scene = look(state, now)
    except StateError as error:
        return (*first, Check("progress", ok=False, detail=error.message, fix=error.hint))
    return (*first, *(check(scene) for check in _WITH_ALL_READ))
