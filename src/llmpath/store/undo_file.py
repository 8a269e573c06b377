"""The undo file: the last commands with what they touched, newest last; local, and lost without harm."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from llmpath.domain.records import Progress
from llmpath.domain.times import to_milliseconds, to_time
from llmpath.domain.undo import Command, settled
from llmpath.regular_file import is_withheld, read_regular
from llmpath.store import atomic
from llmpath.store.progress_form import FORMAT, to_tables
from llmpath.store.progress_reading import from_tables

SIZE_LIMIT = 256 * 1024
"""The largest undo file, in bytes; the oldest commands go first."""

_HEADER = "[[commands]]\n"
_FORMAT_LINE = f"format = {FORMAT}"
_TAKEN_BACK = '\nstate = "undone"\n'
_STATES = {"done", "undone", "redone"}


def read(path: Path) -> tuple[Command, ...]:
    """Return the commands of the file, none where it is absent or not understood."""
    return tuple(command for text in _texts(path) if (command := _parsed(text)))


def is_damaged(path: Path) -> bool:
    """Whether something is there, and a part of it or all is not understood.

    Raises OSError for a file that the system does not hand out just now: that one may be good.
    """
    try:
        content = (read_regular(path, atomic.SIZE_LIMIT) or f"{_FORMAT_LINE}\n".encode()).decode()
    except ValueError:
        return True
    except OSError:
        if is_withheld(path, atomic.SIZE_LIMIT):
            raise
        return True
    head, *texts = content.split(_HEADER)
    return head.strip() != _FORMAT_LINE or not all(_parsed(text) for text in texts)


def of(commands: Sequence[Command]) -> bytes:
    """Return the file with these commands, as many of the newest as `SIZE_LIMIT` holds."""
    return _file([_text(command) for command in commands])


def with_new(path: Path, new: Command, progress: Progress | None) -> bytes:
    """Return the file at `path` with a new command behind those that happened and stand.

    What stays is not parsed but for its newest, which alone may tell of a write that never landed: a
    mark must not take longer the more there were before it. `progress` tells whether it did; None where
    it is known that it did.
    """
    texts = [text for text in _texts(path) if _TAKEN_BACK not in text]
    while texts and progress is not None:
        newest = _parsed(texts[-1])
        happened = settled([newest], progress) if newest else ()
        if happened:
            texts[-1] = _text(happened[0])
            break
        texts.pop()
    return _file([*texts, _text(new)])


def _texts(path: Path) -> list[str]:
    """Return the commands of the file as TOML, one text each."""
    try:
        content = (read_regular(path, atomic.SIZE_LIMIT) or b"").decode()
    except (OSError, ValueError):
        return []
    head, *texts = content.split(_HEADER)
    return texts if head.strip() == _FORMAT_LINE else []


def _parsed(text: str) -> Command | None:
    from llmpath import toml

    try:
        return _command(toml.loads(_HEADER + text)["commands"][0])
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return None


def _text(command: Command) -> str:
    import tomli_w

    return tomli_w.dumps({"commands": [_table(command)]}).removeprefix(_HEADER)


def _file(texts: Sequence[str]) -> bytes:
    size = 0
    kept: list[str] = []
    for text in reversed(texts):
        size += len(text.encode())
        if kept and size > SIZE_LIMIT:
            break
        kept.append(text)
    return "".join([f"{_FORMAT_LINE}\n\n", *(_HEADER + text for text in reversed(kept))]).encode()


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
