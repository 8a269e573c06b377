"""Points in time: UTC milliseconds since 1970 inside, TOML and JSON times outside."""

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


class Now(NamedTuple):
    """The time of a command: UTC milliseconds and the local day."""

    at: int
    today: date


def to_time(milliseconds: int) -> datetime:
    """Return UTC milliseconds since 1970 as a time with its offset."""
    return EPOCH + milliseconds * _MILLISECOND


def to_milliseconds(time: datetime) -> int:
    """Return a time with an offset as UTC milliseconds since 1970, fractions cut off."""
    return (time - EPOCH) // _MILLISECOND
