"""`config.toml` changed in one line, so that comments and unknown keys stay."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from llmpath.domain.settings import Value
from llmpath.errors import SettingsError
from llmpath.store.places import placed
from llmpath.store.saving import explained
from llmpath.store.settings import parsed, text_of
from llmpath.store.whole_file import changing, save

LOCK = "config.lock"


def save_setting(path: Path | None, name: str, value: Value | None) -> None:
    """Save a setting, or with None take it out of the file.

    Raises `SettingsError`, also where the file is not understood: what is in it is not lost by a write.
    """
    path = placed(path, "settings")
    with explained("settings", SettingsError):
        if value is None and not _is_there(path):
            return
    with changing(path.with_name(LOCK), "settings", SettingsError):
        try:
            text = text_of(path)
            changed = _changed(text, name, value)
        except ValueError as error:
            raise SettingsError(f"cannot save in {path}: {error}", "mend it or delete it") from error
        if changed != text:
            save(path, changed.encode())


def _is_there(path: Path) -> bool:
    try:
        os.lstat(path)
    except FileNotFoundError:
        return False
    return True


def _changed(text: str, name: str, value: Value | None) -> str:
    """Return the text with a setting changed, all else of it as it was if that can be."""
    import tomli_w

    wanted = {other: said for other, said in parsed(text).items() if other != name}
    line = ""
    if value is not None:
        wanted[name] = value
        line = tomli_w.dumps({name: value})
    for candidate in _candidates(text, name, line):
        if _says(candidate, wanted):
            return candidate
    return tomli_w.dumps(wanted)


def _candidates(text: str, name: str, line: str) -> Iterator[str]:
    """Yield the text with a setting's line changed, and where it has none with one added."""
    own = re.compile(rf"^[ \t]*{name}[ \t]*=[^#\n]*", re.MULTILINE)
    if line:
        yield own.sub(lambda found: line.strip() + _space_after(found[0]), text, count=1)
        yield text + ("" if text.endswith("\n") or not text else "\n") + line
        yield line + text
    else:
        yield re.sub(rf"{own.pattern}.*\n?", "", text, count=1, flags=re.MULTILINE)


def _space_after(text: str) -> str:
    return text[len(text.rstrip()) :]


def _says(text: str, wanted: dict[str, Any]) -> bool:
    try:
        return parsed(text) == wanted
    except ValueError:
        return False
