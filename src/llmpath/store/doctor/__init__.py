"""What `llmpath doctor` looks at in the state folder: a module for each thing, a check in each."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from llmpath.domain.times import Now
from llmpath.errors import StateError
from llmpath.store.doctor import clock, copies, device, lock, permissions, progress, space, undo
from llmpath.store.doctor.scene import FIX, Check, look

__all__ = ["FIX", "Check", "examine"]

T = TypeVar("T")

_WITHOUT_READING = (permissions.check, lock.check, space.check)
_WITH_ALL_READ = (
    progress.check, copies.check_backups, copies.check_conflict_copies, undo.check, device.check, clock.check,
)  # fmt: skip


def examine(state: Path | None, now: Now) -> tuple[Check, ...]:
    """Return every check of the state folder, in the order they are shown; changes nothing."""
    if state is None:
        detail = "there is no place to keep progress: HOME is not an absolute path"
        return (Check("place", ok=False, detail=detail, fix="set HOME or LLMPATH_STATE_DIR"),)
    first = (_place(state), *(_checked(check, state) for check in _WITHOUT_READING))
    try:
        scene = look(state, now)
    except StateError as error:
        return (*first, Check("progress", ok=False, detail=error.message, fix=error.hint))
    return (*first, *(_checked(check, scene) for check in _WITH_ALL_READ))


def _checked(check: Callable[[T], Check], what: T) -> Check:
    """Return what a check found, or that the system did not let it look."""
    try:
        return check(what)
    except OSError as error:
        name = check.__module__.rpartition(".")[2]
        fix = "check its permissions and the disk"
        return Check(name, ok=False, detail=f"cannot be looked at: {error.strerror or error}", fix=fix)


def _place(state: Path) -> Check:
    """Return where progress is kept, or can be: a folder is made at the first write."""
    if os.path.exists(state):
        return Check("place", detail=f"{state}")
    above = next(path for path in state.parents if os.path.exists(path))
    if not os.access(above, os.W_OK | os.X_OK):
        detail = f"{state} cannot be reached or made: no permission for {above}"
        return Check("place", ok=False, detail=detail, fix="check its permissions")
    return Check("place", detail=f"{state}, made at the first write")
