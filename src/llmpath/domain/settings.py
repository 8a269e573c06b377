"""Settings: what can be set once for every call, and which value is in force."""

import re
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from llmpath.domain.outline import BUNDLED_ID, ID

Value = str | float
Origin = Literal["flag", "environment", "file", "default"]

SLOWEST, FASTEST = 0.5, 4.0
_DECIMAL = r"(?a)\d{1,9}(?:\.\d{1,9})?"


class Setting(NamedTuple):
    """A thing that can be set. `right` says in words what a right value is.

    `told` reads what a flag or the variable says, `saved` what the file or `llmpath config` says; both
    return None for what is not right.
    """

    name: str
    variable: str
    default: Value
    right: str
    told: Callable[[str], Value | None]
    saved: Callable[[object], Value | None]


class InForce(NamedTuple):
    """A value, and what it comes from."""

    value: Value
    source: Origin


def _id(value: object) -> str | None:
    return value if isinstance(value, str) and re.fullmatch(ID, value, re.ASCII) else None


def _speed(value: object) -> float | None:
    if isinstance(value, str):
        value = float(value) if re.fullmatch(_DECIMAL, value) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if SLOWEST <= value <= FASTEST else None


SETTINGS: Mapping[str, Setting] = {
    setting.name: setting
    for setting in (
        Setting("curriculum", "LLMPATH_CURRICULUM", BUNDLED_ID, "the id of a curriculum", str, _id),
        Setting("speed", "LLMPATH_SPEED", 1.0, "a number from 0.5 to 4", _speed, _speed),
    )
}
"""Every setting by its name. A curriculum may be told as a file, too; saved is always an id."""


class Settings(NamedTuple):
    """What is told for this call, by flag or environment, over what is saved for every call."""

    told: Mapping[str, InForce]
    saved: Mapping[str, Value]

    @property
    def speed(self) -> float:
        """How fast videos are played: what is left of them takes its length divided by this."""
        return float(self.of("speed").value)

    def of(self, name: str) -> InForce:
        """Return the value in force."""
        return self.told.get(name) or self.kept(name)

    def kept(self, name: str) -> InForce:
        """Return the value that is in force where no flag or variable says another one."""
        if name in self.saved:
            return InForce(self.saved[name], "file")
        return InForce(SETTINGS[name].default, "default")

    def with_saved(self, name: str, value: Value | None) -> "Settings":
        """Return the settings after one was saved, or with None taken out of the file."""
        saved = {other: kept for other, kept in self.saved.items() if other != name}
        return self._replace(saved=saved if value is None else {**saved, name: value})
