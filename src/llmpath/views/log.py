"""The screen of `llmpath log`."""

from dataclasses import dataclass
from datetime import date

from llmpath.views import drawn_only
from llmpath.views.show import EntryView


@dataclass(frozen=True, slots=True, kw_only=True)
class LogView:
    """What was recorded, newest first: this machine's last commands, and other machines' marks."""

    entries: tuple[EntryView, ...]
    device: str = drawn_only()
    today: date = drawn_only()
