"""The undo file: the last commands with what they touched, newest last; local, and lost without harm."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from llmpath.domain.times import to_milliseconds, to_time
from llmpath.domain.undo import Command
from llmpath.regular_file import read_regular
from llmpath.store import atomic
from llmpath.store.progress_form import FORMAT, to_tables
from llmpath.store.progress_reading import from_tables

SIZE_LIMIT = 256 * 1024
"""The largest undo file, in bytes; the oldest commands go first."""

_STATES = {"done", "undone", "redone"}


def read(path: Path) -> tuple[Command, ...]:
    """Return the commands of the file, none where it is absent or not understood."""
    import tomllib

    try:
        content = read_regular(path, atomic.SIZE_LIMIT)
        document = tomllib.loads((content or b"").decode())
        if document.get("format", FORMAT) != FORMAT:
            return ()
        return tuple(_command(table) for table in document.get("commands", []))
    except (OSError, ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return ()


def write(path: Path, commands: Sequence[Command]) -> None:
    """Put the commands at `path` in one step, as many of the newest as `SIZE_LIMIT` holds."""
    import tomli_w

    size = 0
    kept: list[str] = []
    for command in reversed(commands):
        text = tomli_w.dumps({"commands": [_table(command)]})
        size += len(text.encode())
        if kept and size > SIZE_LIMIT:
            break
        kept.append(text)
    atomic.replace(path, "\n".join([f"format = {FORMAT}\n", *reversed(kept)]).encode())


def _table(command: Command) -> dict[str, Any]:
    return {
        "words": command.words,
        "at": to_time(command.at),
        "on": command.on,
        "state": command.state,
        "before": to_tables(command.before),
        "after": to_tables(command.after),
    }


def _command(table: dict[str, Any]) -> Command:
    state, on = table["state"], table["on"]
    if state not in _STATES or type(on) is not date:
        raise ValueError(state)
    return Command(
        words=str(table["words"]),
        at=to_milliseconds(table["at"]),
        on=on,
        state=state,
        before=from_tables(table["before"], []),
        after=from_tables(table["after"], []),
    )
