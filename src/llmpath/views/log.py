"""The screen of `llmpath log`."""

from datetime import date
from typing import NamedTuple

from llmpath.views import in_json
from llmpath.views.show import EntryView


@in_json(left_out={"device", "today"})
class LogView(NamedTuple):
    """What was recorded, newest first: this machine's last commands, and other machines' marks."""

    entries: tuple[EntryView, ...]
    device: str
    today: date
