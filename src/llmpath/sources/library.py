"""Names to curricula: a file for one call, or the bundled one."""

import os
from pathlib import Path

from llmpath.domain.outline import Outline
from llmpath.errors import NoCurriculumFileError


class Library:
    """The curricula that can be chosen from. `chosen` is an id or a file, None for the default."""

    def __init__(self, chosen: str | None) -> None:
        self._chosen = chosen

    def outline(self) -> Outline:
        """Return the outline of the curriculum in use.

        Raises `NoCurriculumFileError` or `CurriculumFaultsError` where the chosen one is none.
        """
        from llmpath.sources.toml_file import check, load, outline_of

        if self._chosen is not None and _is_file(self._chosen):
            return load(Path(self._chosen))
        from llmpath.sources.bundled import read_bundled

        bundled = outline_of(check(read_bundled()), "the bundled curriculum")
        if self._chosen not in {None, bundled.curriculum.id}:
            raise NoCurriculumFileError(
                f'no curriculum is called "{self._chosen}"',
                f"there is {bundled.curriculum.id}, or name a TOML file",
            )
        return bundled


def _is_file(chosen: str) -> bool:
    separators = {os.sep, os.altsep} - {None}
    return chosen.endswith(".toml") or any(separator in chosen for separator in separators if separator)
