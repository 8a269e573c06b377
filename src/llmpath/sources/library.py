"""Names to curricula: the bundled one, the files in the user's folder, and a file for one call."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from llmpath.cache import NO_CACHE, Cache
from llmpath.domain.outline import BUNDLED_ID, ID, Outline
from llmpath.errors import LibraryError, NoCurriculumFileError, UsageError
from llmpath.named_file import SUFFIX, is_file
from llmpath.sources.curriculum_file import CurriculumFile, Loaded

_MOST_NAMED = 8


class Library:
    """The curricula that can be chosen from. A file in `folder` overrides the bundled one of its id.

    `named` is what this call names, an id or a file; `setting` the id that is set for every call.
    `warn` is told what a reader should know though the command goes on. `used` is the one that was
    loaded as the one in use; `is_outdated` whether that has changed since.
    """

    def __init__(
        self,
        named: str | None = None,
        setting: str = BUNDLED_ID,
        folder: Path | None = None,
        warn: Callable[[str], None] = lambda _: None,
        cache: Cache = NO_CACHE,
    ) -> None:
        self._named = named
        self._setting = setting
        self._folder = folder
        self._warn = warn
        self._cache = cache
        self.used: CurriculumFile | None = None
        self.is_outdated = False
        self._outline: Outline | None = None

    def outline(self) -> Outline:
        """Return the outline of the curriculum in use; raises as `load` does."""
        if self._outline is None:
            with self._explained():
                self.used = self.in_use()
                self._outline = self.used.outline(self._cache)
        return self._outline

    def forget(self) -> None:
        """Forget what was loaded: which curriculum is in use has changed, or what its file says."""
        self.used = self._outline = None
        self.is_outdated = True

    def load(self) -> Loaded:
        """Return the curriculum in use, with its bytes.

        Raises `NoCurriculumFileError` or `CurriculumFaultsError` where the named one is none, and
        `LibraryError` where that is true of one that is in use without being named.
        """
        with self._explained():
            file = self.in_use()
            content = file.read()
            return Loaded(file, content, file.understood(content))

    def in_use(self) -> CurriculumFile:
        """Return which curriculum is in use, or raise `NoCurriculumFileError`."""
        if self._named is not None and is_file(self._named):
            return CurriculumFile(None, Path(self._named))
        if self._named is not None:
            return self.called(self._named)
        try:
            return self.called(self._setting)
        except NoCurriculumFileError as error:
            message = f"the curriculum in use, {self._setting}, is gone"
            hint = f"to use the bundled one: llmpath curriculum use {BUNDLED_ID}"
            raise NoCurriculumFileError(message, hint) from error

    def active(self) -> CurriculumFile | None:
        """Return which curriculum is in use; where one that is not named is gone, warn and return None.

        Raises as `load` does where a named one is none.
        """
        if self._named is not None:
            return self.load().file
        try:
            return self.in_use()
        except NoCurriculumFileError as error:
            self._warn(f"{error.message}; {error.hint}")
            return None

    def called(self, id_: str) -> CurriculumFile:
        """Return the curriculum of an id, or raise `NoCurriculumFileError`."""
        found = self.find(id_)
        if found is None:
            ids = [str(file.id) for file in self.every()]
            more = [f"{len(ids) - _MOST_NAMED} more"] if len(ids) > _MOST_NAMED else []
            there = ", ".join([*ids[:_MOST_NAMED], *more])
            raise NoCurriculumFileError(
                f'no curriculum is called "{id_}"',
                f"available: {there}; to add one: llmpath curriculum add FILE.toml",
            )
        return found

    def find(self, id_: str) -> CurriculumFile | None:
        """Return the curriculum of an id, good or not, or None."""
        if not re.fullmatch(ID, id_, re.ASCII):
            return None
        path = self.own(id_)
        if path and os.path.lexists(path):
            return CurriculumFile(id_, path)
        return CurriculumFile(id_, None) if id_ == BUNDLED_ID else None

    def own(self, id_: str) -> Path | None:
        """Return where the user's own file of an id lies, there or not."""
        return self._folder and self._folder / f"{id_}{SUFFIX}"

    def every(self) -> tuple[CurriculumFile, ...]:
        """Return all curricula, the bundled one first; raises `LibraryError` for an unreadable folder."""
        own = {path.name.removesuffix(SUFFIX): path for path in self._listed()}
        bundled = CurriculumFile(BUNDLED_ID, own.pop(BUNDLED_ID, None))
        return (bundled, *(CurriculumFile(id_, path) for id_, path in sorted(own.items())))

    def choice(self) -> tuple[tuple[CurriculumFile, ...], CurriculumFile | None]:
        """Return all curricula, a file named for this call among them, and which is in use."""
        files, active = self.every(), self.active()
        if active is None:
            return files, None
        found = next((file for file in files if file.is_same(active)), None)
        return (files, found) if found else ((*files, active), active)

    def good(self, file: CurriculumFile) -> Outline | None:
        """Return the outline of a file, or warn of what is wrong with it and return None."""
        try:
            return file.outline(self._cache)
        except UsageError as error:
            self._warn(f"{error.message}; {error.hint}")
            return None

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what is wrong with a curriculum that nobody named into no fault of the command line."""
        try:
            yield
        except UsageError as error:
            if self._named is not None:
                raise
            raise LibraryError(error.message, error.hint) from error

    def _listed(self) -> list[Path]:
        if self._folder is None:
            return []
        try:
            with os.scandir(self._folder) as entries:
                names = [entry.name for entry in entries]
        except FileNotFoundError:
            return []
        except OSError as error:
            message = f"cannot read {self._folder}: {error.strerror}"
            raise LibraryError(message, "check its permissions") from error
        return [self._folder / name for name in names if name.endswith(SUFFIX) and not name.startswith(".")]
