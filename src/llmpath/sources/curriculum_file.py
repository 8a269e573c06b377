"""One curriculum where it lies, and what it says."""

from pathlib import Path
from typing import NamedTuple

from llmpath.domain.outline import Outline
from llmpath.errors import CurriculumFaultsError

SUFFIX = ".toml"


class CurriculumFile(NamedTuple):
    """A curriculum where it lies: `path` is None for the bundled one, `id` for a file outside the library."""

    id: str | None
    path: Path | None

    def read(self) -> bytes:
        """Return its bytes, or raise `NoCurriculumFileError`."""
        from llmpath.sources.bundled import read_bundled
        from llmpath.sources.toml_file import read

        return read_bundled() if self.path is None else read(self.path)

    def understood(self, content: bytes) -> Outline:
        """Return the outline of `content` as that of this file, or raise `CurriculumFaultsError`."""
        from llmpath.sources.toml_file import check, outline_of

        name = str(self.path or "the bundled curriculum")
        outline = outline_of(check(content), name)
        if self.id not in {None, outline.curriculum.id}:
            message = f"{name} is the curriculum {outline.curriculum.id}"
            raise CurriculumFaultsError(message, f"rename it to {outline.curriculum.id}{SUFFIX}")
        return outline

    def is_same(self, other: "CurriculumFile") -> bool:
        """Whether both are one file, under whatever names."""
        if self.path is None or other.path is None:
            return self == other
        return self.path.exists() and other.path.exists() and self.path.samefile(other.path)

    def outline(self) -> Outline:
        """Return its outline; raises `NoCurriculumFileError` or `CurriculumFaultsError`."""
        return self.understood(self.read())


class Loaded(NamedTuple):
    """A curriculum with its bytes and what they say."""

    file: CurriculumFile
    content: bytes
    outline: Outline
