"""A home as a value: what lies in it, to be laid out anew for each run and to be compared."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

Image = Mapping[str, bytes | str | None]
"""Each path with its bytes, None for a directory, or the path of which it is a second link."""


def capture(home: Path) -> Image:
    """Return what lies in a home."""
    image: dict[str, bytes | str | None] = {}
    first: dict[int, str] = {}
    for name in sorted(str(path.relative_to(home)) for path in home.rglob("*")):
        path = home / name
        image[name] = None if path.is_dir() else first.get(path.stat().st_ino, path.read_bytes())
        first.setdefault(path.stat().st_ino, name)
    return image


def lay_out(image: Image, home: Path) -> None:
    """Make a home that has in it what the image has, and nothing else."""
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(mode=0o700)
    for name, content in sorted(image.items()):
        path = home / name
        if content is None:
            path.mkdir(mode=0o700)
        elif isinstance(content, str):
            os.link(home / content, path)
        else:
            path.touch(0o600)
            path.write_bytes(content)
