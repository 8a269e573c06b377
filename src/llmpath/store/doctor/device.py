"""Which device the progress says it is of."""

from llmpath.store.device import host
from llmpath.store.doctor.scene import Check, Scene


def check(scene: Scene) -> Check:
    """Return the device, and whether the folder was copied from another machine."""
    header = scene.state.header
    if not header.device:
        return Check("device", detail="named at the first write")
    if header.host not in {host(), ""}:
        detail = f"{header.device}, copied from another machine: the next write is of a new device"
        return Check("device", detail=detail)
    return Check("device", detail=f"{header.device} on this machine")
