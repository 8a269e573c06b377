"""The screen of `llmpath paths`."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PathsView:
    """Where everything lies; None where there is no place for it."""

    paths: Mapping[str, str | None]
