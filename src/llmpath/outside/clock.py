"""The clock."""

from datetime import UTC, date, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Clock:
    """The time of this machine."""

    def now(self) -> int:
        """Return UTC milliseconds since 1970."""
        return (datetime.now(UTC) - _EPOCH) // timedelta(milliseconds=1)

    def local_day(self, milliseconds: int) -> date:
        """Return the day that a time falls on where the user is."""
        return (_EPOCH + timedelta(milliseconds=milliseconds)).astimezone().date()
