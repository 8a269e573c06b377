"""Whether nobody else can read the state folder, and llmpath can read and write it."""

import os
import shlex
import stat
from collections.abc import Iterator
from pathlib import Path

from llmpath.store.copies import DAILY, listed
from llmpath.store.doctor.scene import FIX, Check
from llmpath.store.places import BACKUP, LOCK, PROGRESS, UNDO

DIRECTORY_MODE, FILE_MODE = 0o700, 0o600
_OURS = {PROGRESS, BACKUP, UNDO, LOCK}


def check(directory: Path) -> Check:
    """Return whether the folder is 0700 and the files in it are 0600, and belong to this user."""
    odd = [path for path, _ in wrong_modes(directory)]
    strangers = [path for path in odd if not _is_own(path)]
    if strangers:
        fix = f"make it yours: chown $USER {shlex.quote(str(strangers[0]))}"
        return Check("permissions", ok=False, detail=f"{strangers[0]} belongs to another user", fix=fix)
    if os.path.islink(directory / LOCK):
        detail = f"{LOCK} is a link, and nothing can be saved"
        return Check("permissions", ok=False, detail=detail, fix=f"{FIX} removes the link")
    if odd:
        more = f" and {len(odd) - 1} more" if odd[1:] else ""
        mode = stat.S_IMODE(odd[0].lstat().st_mode)
        detail = f"{odd[0]}{more} should be private to you and writable: its mode is {mode:04o}"
        return Check("permissions", ok=False, detail=detail, fix=f"{FIX} sets folder 0700, files 0600")
    return Check("permissions", detail="private to you")


def open_up(directory: Path) -> str:
    """Set the modes that are wrong, and remove a link at the lock's name; return what was done."""
    changed = 0
    for path, mode in wrong_modes(directory):
        path.chmod(mode)
        changed += 1
    done = [f"set the modes of {changed}: folder 0700, files 0600"] if changed else []
    if os.path.islink(directory / LOCK):
        (directory / LOCK).unlink()
        done.append(f"removed the link {LOCK}")
    return ", ".join(done)


def wrong_modes(directory: Path) -> Iterator[tuple[Path, int]]:
    """Yield what has another mode than it should, the folder first, with the mode it should have."""
    if os.name == "nt" or not os.path.isdir(directory):
        return
    if stat.S_IMODE(directory.stat().st_mode) != DIRECTORY_MODE:
        yield directory, DIRECTORY_MODE
    if os.access(directory, os.R_OK | os.X_OK):
        for path in sorted(listed(directory)):
            mode = path.lstat().st_mode
            is_ours = path.name in _OURS or DAILY.fullmatch(path.name)
            if is_ours and stat.S_ISREG(mode) and stat.S_IMODE(mode) != FILE_MODE:
                yield path, FILE_MODE


def _is_own(path: Path) -> bool:
    return path.lstat().st_uid == os.geteuid()
