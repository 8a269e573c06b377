"""The occasion of a change: when and where it is written."""

from datetime import date
from typing import NamedTuple


class Occasion(NamedTuple):
    """When and where something is written: UTC milliseconds, the local day, the device."""

    now: int
    today: date
    device: str
