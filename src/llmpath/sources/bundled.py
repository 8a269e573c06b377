"""The curriculum that comes with llmpath."""

from pathlib import Path

NAME = "curriculum.toml"
_HERE = Path(__file__)


def bundled_path() -> Path | None:
    """Return where the bundled curriculum lies: in an installed package, else in the checkout's `data/`.

    None where that is no file of its own, as in an archive that Python runs from.
    """
    paths = (_HERE.parents[1] / "data" / NAME, _HERE.parents[3] / "data" / NAME)
    return next((path for path in paths if path.is_file()), None)


def read_bundled() -> bytes:
    """Return the bundled curriculum."""
    path = bundled_path()
    if path is not None:
        return path.read_bytes()
    from importlib.resources import files

    return (files("llmpath") / "data" / NAME).read_bytes()
