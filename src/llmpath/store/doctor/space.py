"""Whether there is room to write."""

import os
import shutil
from pathlib import Path

from llmpath.store.atomic import SIZE_LIMIT
from llmpath.store.doctor.scene import Check

NEEDED = 4 * SIZE_LIMIT
"""Bytes for the largest progress, the version before, a daily copy and one being written."""


def check(directory: Path) -> Check:
    """Return whether the folder's filesystem has room for a write of the largest progress."""
    existing = next(path for path in (directory, *directory.parents) if os.path.exists(path))
    free = shutil.disk_usage(existing).free
    if free < NEEDED:
        fix = "make room: what cannot be saved is refused and loses nothing"
        return Check("space", ok=False, detail=f"{_megabytes(free)} free", fix=fix)
    return Check("space", detail=f"{_megabytes(free)} free")


def _megabytes(size: int) -> str:
    megabytes = size // 1_000_000
    return f"{megabytes / 1000:.0f} GB" if megabytes >= 10_000 else f"{megabytes} MB"  # noqa: PLR2004
