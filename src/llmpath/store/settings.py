"""What is set for a call. What is wrong in the file or the environment never stops a command."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from llmpath.cache import NO_CACHE, Cache, source, stamp
from llmpath.domain.settings import SETTINGS, InForce, Settings, Value
from llmpath.regular_file import read_regular

SIZE_LIMIT = 1024 * 1024
NAME = "settings"
_BOM = b"\xef\xbb\xbf"

Warn = Callable[[str], None]


def read_settings(
    path: Path | None, flags: Mapping[str, Value | None], warn: Warn, cache: Cache = NO_CACHE
) -> Settings:
    """Return the settings of a call: what its flags say, the environment, and the file at `path`.

    What is not understood is told to `warn`, a line each, and is as if it were not there.
    """
    saved = _saved(path, warn, cache) if path else {}
    told = {name: found for name in SETTINGS if (found := _told(name, flags.get(name), warn))}
    return Settings(told=told, saved=saved)


def text_of(path: Path) -> str:
    """Return the file of settings as a text, empty where there is none.

    Raises OSError where it cannot be read, ValueError where it is not UTF-8.
    """
    return _decoded(read_regular(path, SIZE_LIMIT) or b"")


def _decoded(content: bytes) -> str:
    try:
        return content.removeprefix(_BOM).decode()
    except UnicodeDecodeError:
        raise ValueError("it is not UTF-8") from None


def parsed(text: str) -> dict[str, Any]:
    """Return what a text says in TOML; raises ValueError where it is none."""
    from llmpath import toml

    return toml.loads(text)


def _saved(path: Path, warn: Warn, cache: Cache) -> dict[str, Value]:
    """Return what the file says well; of all that it does not, tell in one line."""
    known: dict[str, Value] | None = cache.load(NAME, os.fspath(path))
    if known is not None:
        return known
    stamped = stamp(path)
    try:
        content = read_regular(path, SIZE_LIMIT)
        if not content:
            cache.saw(NAME, [source(path, stamped, content)])
            return {}
        document = parsed(_decoded(content))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        warn(f"{path} is ignored: {reason}; mend it or delete it")
        return {}
    said = {name: SETTINGS[name].saved(document[name]) for name in SETTINGS if name in document}
    wrong = [f"{name} is {SETTINGS[name].right}" for name, value in said.items() if value is None]
    if wrong:
        warn(f"{path} is ignored where it is wrong: {', '.join(wrong)}")
    right = {name: value for name, value in said.items() if value is not None}
    if not wrong:
        cache.keep(NAME, os.fspath(path), [source(path, stamped, content)], right)
    return right


def _told(name: str, flag: Value | None, warn: Warn) -> InForce | None:
    """Return what a flag says, else the variable; an empty variable says nothing."""
    setting = SETTINGS[name]
    if flag is not None:
        return InForce(flag, "flag")
    text = os.environ.get(setting.variable)
    if not text:
        return None
    value = setting.told(text)
    if value is None:
        warn(f"{setting.variable} is ignored: {name} is {setting.right}")
        return None
    return InForce(value, "environment")
