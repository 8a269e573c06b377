"""Whether the undo file is understood."""

from llmpath.store import undo_file
from llmpath.store.doctor.scene import FIX, Check, Scene
from llmpath.store.places import UNDO


def check(scene: Scene) -> Check:
    """Return whether the last commands can be taken back."""
    path = scene.directory / UNDO
    commands = len(undo_file.read(path))
    can = f"{commands} command{'' if commands == 1 else 's'} can be taken back"
    if undo_file.is_damaged(path):
        detail = f"{UNDO} is only partly understood: {can}"
        return Check("undo", ok=False, detail=detail, fix=f"{FIX} puts it aside and keeps those")
    return Check("undo", detail=can)
