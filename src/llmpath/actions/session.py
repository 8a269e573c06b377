"""What one run of llmpath works with. Composed once, by `cli/call.py`."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol

from llmpath.domain.settings import Settings
from llmpath.domain.times import Now
from llmpath.sources.library import Library
from llmpath.store.places import Places
from llmpath.store.progress_file import ProgressFile

WORDS_LIMIT = 200
_SAY_HOW = {"--json", "--plain"}


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> int:
        """Return UTC milliseconds since 1970."""

    def local_day(self, milliseconds: int) -> date:
        """Return the day that a time falls on where the user is."""


class Session(NamedTuple):
    """The clock, the user's places, settings, progress and curricula.

    `argv` are the words of the command line.
    """

    clock: Clock
    places: Places
    settings: Settings
    progress: ProgressFile
    library: Library
    argv: Sequence[str]

    @property
    def words(self) -> str:
        """The command line as `log` tells it, cut where it is long, and without what says how to answer."""
        import shlex

        words = shlex.join(word for word in self.argv if word not in _SAY_HOW)
        return words if len(words) <= WORDS_LIMIT else words[: WORDS_LIMIT - 3] + "..."

    def now(self) -> Now:
        """Return the time of this command."""
        at = self.clock.now()
        return Now(at, self.clock.local_day(at))
