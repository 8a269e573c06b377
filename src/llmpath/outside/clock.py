"""The clock."""

from datetime import UTC, date, datetime

from llmpath.domain.times import to_milliseconds, to_time


class Clock:
    """The time of this machine."""

    def now(self) -> int:
        """Return UTC milliseconds since 1970."""
        return to_milliseconds(datetime.now(UTC))

    def local_day(self, milliseconds: int) -> date:
        """Return the day that a time falls on where the user is."""
        return to_time(milliseconds).astimezone().date()
