"""What prompts and Tab ask for, answered from the cache before anything else is imported.

Nothing here imports what takes time; where the cache does not know, the whole program answers.
"""

import os
import sys

from llmpath.cache import Cache, Source
from llmpath.named_file import is_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

SHORT_WORDS = ["next", "--short"]
_SHORT, _NAMES = "next-short", "names"
_PLACES = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
_TOLD = ("LLMPATH_CURRICULUM", "LLMPATH_SPEED", "LLMPATH_STATE_DIR")


def answers(words: list[str]) -> bool:
    """Answer a command line if that can be done at once; return whether it was."""
    if words != SHORT_WORDS or not _is_pipe():
        return False
    line = short(Cache(cache_folder()))
    if line is None:
        return False
    try:
        sys.stdout.write(line)
        sys.stdout.flush()
    except (OSError, ValueError):
        return False
    return True


def short(cache: Cache) -> str | None:
    """Return the line that `next --short` answers in a pipe, if it is known; empty where nothing is left."""
    line: str | None = cache.load(_SHORT, _key())
    return line


def keep_short(cache: Cache, sources: "Iterable[Source]", line: str) -> None:
    """Keep that line."""
    cache.keep(_SHORT, _key(), sources, line)


def names(cache: Cache) -> bytes | None:
    """Return the names of the curriculum in use (`llmpath.cli.completion.names`), if they are known."""
    lines: bytes | None = cache.load(_NAMES, _key())
    return lines


def keep_names(cache: Cache, sources: "Iterable[Source]", lines: bytes) -> None:
    """Keep these names."""
    cache.keep(_NAMES, _key(), sources, lines)


def _key() -> "tuple[object, ...]":
    """Return what in the environment the answer hangs on; a relative path also on where one is."""
    told = [os.environ.get(name) for name in (*_PLACES, *_TOLD)]
    return (*told, _working_directory() if _is_relative() else None)


def _is_relative() -> bool:
    """Whether a file or folder is told by its path from here; the id of a curriculum is none."""
    curriculum, state = os.environ.get("LLMPATH_CURRICULUM", ""), os.environ.get("LLMPATH_STATE_DIR", "")
    paths = (state, curriculum if is_file(curriculum) else "")
    return any(path and not os.path.isabs(path) for path in paths)


def _working_directory() -> str | None:
    """Return where one is, None where that was deleted."""
    try:
        return os.getcwd()
    except OSError:
        return None


def _is_pipe() -> bool:
    try:
        return not (sys.stdout.isatty() or os.environ.get("FORCE_COLOR"))
    except (AttributeError, ValueError):
        return False


def cache_folder() -> str | None:
    """Return the cache folder by the rules of XDG, None on other platforms: there it takes an import."""
    base = os.environ.get("XDG_CACHE_HOME", "").strip()
    home = os.environ.get("HOME", "")
    if sys.platform in {"win32", "darwin"} or not os.path.isabs(base or home):
        return None
    return f"{base or home + '/.cache'}/llmpath"
