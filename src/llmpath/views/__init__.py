"""What is shown: one frozen value a screen, from which text is drawn and JSON is written alike."""

from dataclasses import field
from typing import Any


def drawn_only(default: Any = ...) -> Any:
    """Return a dataclass field that text shows and JSON leaves out."""
    metadata = {"json": None}
    return field(metadata=metadata) if default is ... else field(default=default, metadata=metadata)


def named(name: str) -> Any:
    """Return a dataclass field that JSON calls by a name that Python keeps for itself."""
    return field(metadata={"json": name})
