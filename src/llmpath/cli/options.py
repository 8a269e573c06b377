"""Options and arguments that several commands share."""

from datetime import date, timedelta
from typing import Annotated

import typer

from llmpath.cli.standard_input import with_standard_input
from llmpath.domain.durations import DAY, parse_length
from llmpath.domain.outline import KINDS
from llmpath.domain.records import STATUSES, Status
from llmpath.errors import UsageError

Curriculum = Annotated[
    str | None,
    typer.Option("-c", "--curriculum", metavar="ID|FILE.toml", help="The curriculum for this call."),
]
Json = Annotated[bool, typer.Option("--json", help="Answer with one JSON document.")]
Refs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[REF]...",
        show_default=False,
        callback=with_standard_input,
        help="Number, id, link, range or moment; - reads them from a pipe.",
    ),
]
On = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="The day it was learned: 2026-11-24, today or yesterday."),
]
For = Annotated[
    str | None,
    typer.Option("--for", metavar="TIME", help="Only what fits into 25m, 1h30m, 90s, or 25 (minutes)."),
]
Known = Annotated[bool, typer.Option("--known", help="Already known: done, but not counted in your pace.")]

_STATUS_WORDS: dict[str, Status] = {**{word: word for word in STATUSES}, "skip": "skipped"}


def status(word: str, usage: str = "") -> Status:
    """Return the status that a word names, or raise `UsageError` with how it is used."""
    found = _STATUS_WORDS.get(word.lower())
    if found is None:
        raise UsageError(f'"{word}" is not a status', f"a status is {_either(STATUSES)}{usage}")
    return found


def kind(word: str | None) -> str | None:
    """Return the kind that a word names, None for none, or raise `UsageError`."""
    if word is None:
        return None
    found = next((name for name in KINDS if word.lower() == name), None)
    if found is None:
        raise UsageError(f'"{word}" is not a kind', f"a kind is {_either(KINDS)}")
    return found


def day(text: str | None, today: date) -> date | None:
    """Return the day that `--on` names, None for none; raise `UsageError` for the future or no date."""
    if text is None:
        return None
    named = {"today": today, "yesterday": today - timedelta(days=1)}
    try:
        found = named.get(text.lower()) or date.fromisoformat(text)
    except ValueError:
        raise UsageError(f'"{text}" is not a date', "write 2026-11-24, today or yesterday") from None
    if found > today:
        raise UsageError(f"{found} is in the future", "give a day up to today")
    return found


def time_there_is(text: str | None) -> int | None:
    """Return the seconds that `--for` says, None without it; raise `UsageError` for 0 or over a day."""
    if text is None:
        return None
    found = parse_length(text)
    if not found:
        raise UsageError(f'"{text}" is not a length of time', "write 25m, 1h30m, 90s, or minutes: 25")
    if found > DAY:
        raise UsageError(f'"{text}" is more than a day', "at most 24h")
    return found


def _either(words: tuple[str, ...]) -> str:
    return ", ".join(words[:-1]) + " or " + words[-1]
