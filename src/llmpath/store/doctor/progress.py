"""Whether the progress file is whole, and what stands in for it where it is not."""

import os
import shlex
from pathlib import Path

from llmpath.store.copies import Copy, Verdict
from llmpath.store.doctor.scene import FIX, Check, Scene
from llmpath.store.places import PROGRESS
from llmpath.store.state import progresses

SHOWN_FAULTS = 3


def check(scene: Scene) -> Check:
    """Return what the machine's own file is, and whether all entries of it are understood."""
    own = scene.state.own
    match own.verdict:
        case Verdict.ABSENT if progresses(scene.backups):
            return _bad(f"{PROGRESS} is gone, and its backups are there", f"{FIX} restores them")
        case Verdict.ABSENT:
            return Check("progress", detail="none yet: it is made at the first mark")
        case Verdict.GOOD | Verdict.EDITED:
            return _entries(own)
        case Verdict.NEWER:
            return _bad(f"it is of a newer llmpath: {own.reason}", "update llmpath to change it")
        case Verdict.CUT:
            return _bad(f"it is cut short: {own.reason}; read from its backups", f"{FIX} {_RESTORES}")
        case Verdict.WRONG | Verdict.UNREADABLE:
            return _unread(own, scene.directory / PROGRESS)


_RESTORES = "restores it from its backups and keeps the bytes"


def _entries(own: Copy) -> Check:
    document = own.document
    faults = document.faults if document else ()
    items = document.progress.items if document else {}
    things = f"{len(items)} things" if len(items) != 1 else "1 thing"
    link = f", at {own.path}" if own.path.name != PROGRESS else ""
    if faults:
        named = "; ".join(faults[:SHOWN_FAULTS])
        more = f" and {len(faults) - SHOWN_FAULTS} more" if faults[SHOWN_FAULTS:] else ""
        return _bad(f"not understood, ignored and kept: {named}{more}", f"mend it in {own.path}")
    if own.verdict is Verdict.EDITED:
        return Check("progress", detail=f"{things}, edited by hand: the next write takes it in{link}")
    return Check("progress", detail=f"{things}{link}")


def _unread(own: Copy, path: Path) -> Check:
    if path.is_dir() and not path.is_symlink():
        away = shlex.join(["mv", f"{path}", f"{path}.folder"])
        return _bad(f"{path} is a folder", f"move it away: {away}")
    if own.verdict is Verdict.UNREADABLE and path.is_file() and not os.access(path, os.R_OK):
        return _bad(f"it cannot be read: {own.reason}", "check its permissions")
    return _bad(f"it cannot be read: {own.reason}; using the last good copy", f"{FIX} {_RESTORES}")


def _bad(detail: str, fix: str) -> Check:
    return Check("progress", ok=False, detail=detail, fix=fix)
