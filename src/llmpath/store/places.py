"""Where everything of a user lies.

The cache folder is known to `cli/at_once.py`, too, which cannot wait for platformdirs; the bundled
curriculum is found by `sources/bundled.py`.
"""

import os
from pathlib import Path
from typing import NamedTuple

import platformdirs

from llmpath.errors import NoPlaceError


class Places(NamedTuple):
    """The folders of one user, each None where there is no usable place for it."""

    state: Path | None
    data: Path | None
    config: Path | None
    cache: Path | None

    @property
    def settings(self) -> Path | None:
        """The file of settings, there or not."""
        return self.config and self.config / SETTINGS

    @property
    def curricula(self) -> Path | None:
        """The folder of the user's own curricula, there or not."""
        return self.data and self.data / CURRICULA

    def named(self) -> dict[str, Path | None]:
        """Return every place under the name that `llmpath paths` gives it."""
        state = self.state
        return {
            "state": state,
            "progress": state and state / PROGRESS,
            "backup": state and state / BACKUP,
            "undo": state and state / UNDO,
            "data": self.data,
            "config": self.config,
            "cache": self.cache,
        }


APP = "llmpath"
PROGRESS = "progress.toml"
BACKUP = "progress.toml.bak"
UNDO = "undo.toml"
LOCK = "progress.lock"
SETTINGS = "config.toml"
CURRICULA = "curricula"


def placed(path: Path | None, what: str, hint: str = "set HOME") -> Path:
    """Return a path, or raise `NoPlaceError` where there is none: HOME is absent or relative."""
    if path is None:
        raise NoPlaceError(f"there is no place to keep {what}: HOME is not an absolute path", hint)
    return path


def find_places() -> Places:
    """Return the places of this user, following the rules of the platform (XDG on Linux)."""
    told = os.environ.get("LLMPATH_STATE_DIR")
    state = Path(os.path.abspath(told)) if told else None
    return Places(
        state=state or _usable(platformdirs.user_state_path(APP, appauthor=False), "XDG_STATE_HOME"),
        data=_usable(platformdirs.user_data_path(APP, appauthor=False), "XDG_DATA_HOME"),
        config=_usable(platformdirs.user_config_path(APP, appauthor=False), "XDG_CONFIG_HOME"),
        cache=_usable(platformdirs.user_cache_path(APP, appauthor=False), "XDG_CACHE_HOME"),
    )


def _usable(path: Path, variable: str) -> Path | None:
    """Return a folder if its place was told and not guessed: HOME may be absent or relative."""
    told = os.environ.get(variable) or os.environ.get("HOME", "")
    return path if path.is_absolute() and (os.name == "nt" or os.path.isabs(told)) else None
