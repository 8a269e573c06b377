"""The screen of `llmpath paths`."""

from collections.abc import Mapping
from typing import NamedTuple


class PathsView(NamedTuple):
    """Where everything lies; None where there is no place for it."""

    paths: Mapping[str, str | None]
