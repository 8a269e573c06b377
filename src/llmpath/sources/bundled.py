"""The curriculum that comes with llmpath."""

from importlib.resources import files
from pathlib import Path

NAME = "curriculum.toml"


def read_bundled() -> bytes:
    """Return the bundled curriculum: in an installed package, else in the checkout's `data/`."""
    installed = files("llmpath") / "data" / NAME
    if installed.is_file():
        return installed.read_bytes()
    return (Path(__file__).parents[3] / "data" / NAME).read_bytes()
