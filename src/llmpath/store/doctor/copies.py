"""Whether the backups are good, and whether a sync service laid copies beside the progress."""

from collections.abc import Sequence

from llmpath.store.copies import DAMAGED, Copy, Verdict
from llmpath.store.doctor.scene import FIX, Check, Scene
from llmpath.store.places import BACKUP


def check_backups(scene: Scene) -> Check:
    """Return whether the version before and the daily copies can be read."""
    bad = unreadable(scene.backups)
    if bad:
        return Check("backups", ok=False, detail=_named(bad), fix=f"{FIX} puts it aside")
    good = [copy for copy in scene.backups if copy.document]
    daily = sum(copy.path.name != BACKUP for copy in good)
    before = "the version before" if len(good) > daily else "no version before"
    return Check("backups", detail=f"{before}, {daily} daily" if good else "none yet")


def check_conflict_copies(scene: Scene) -> Check:
    """Return whether other copies lie beside the progress, and can be read."""
    others, name = scene.state.others, "conflict copies"
    bad = unreadable(others)
    if bad:
        return Check(name, ok=False, detail=_named(bad), fix=f"{FIX} puts it aside")
    newer = [copy for copy in others if copy.verdict is Verdict.NEWER]
    if newer:
        return Check(name, ok=False, detail=_named(newer), fix="update llmpath to join it for good")
    if others:
        names = ", ".join(copy.path.name for copy in others)
        return Check(name, ok=False, detail=f"joined at every call: {names}", fix=f"{FIX} joins it for good")
    return Check(name, detail="none")


def unreadable(copies: Sequence[Copy]) -> list[Copy]:
    """Return the copies that are there and hold nothing that can be understood."""
    return [copy for copy in copies if copy.verdict in DAMAGED]


def _named(copies: Sequence[Copy]) -> str:
    return "; ".join(f"{copy.path.name} is {copy.verdict.value}: {copy.reason}" for copy in copies)
