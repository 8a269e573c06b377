"""What one run of llmpath works with. Composed once, by the command line or by a test."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from llmpath.domain.settings import Settings
from llmpath.domain.times import Now
from llmpath.outside.browser import Outcome
from llmpath.sources.library import Library
from llmpath.store.places import Places
from llmpath.store.progress_file import ProgressFile


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> int:
        """Return UTC milliseconds since 1970."""

    def local_day(self, milliseconds: int) -> date:
        """Return the day that a time falls on where the user is."""


class Opener(Protocol):
    """Opens a link."""

    def open(self, url: str) -> Outcome:
        """Hand the link to a program that shows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The clock, the user's places, settings, progress, curricula and browser.

    `words` are the command's own.
    """

    clock: Clock
    places: Places
    settings: Settings
    progress: ProgressFile
    library: Library
    opener: Opener
    words: str

    def now(self) -> Now:
        """Return the time of this command."""
        at = self.clock.now()
        return Now(at, self.clock.local_day(at))
