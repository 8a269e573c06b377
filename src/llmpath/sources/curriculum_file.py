"""One curriculum where it lies, and what it says."""

from pathlib import Path
from typing import NamedTuple

from llmpath.cache import NO_CACHE, Cache, source, stamp
from llmpath.domain.outline import Outline
from llmpath.errors import CurriculumFaultsError
from llmpath.named_file import SUFFIX
from llmpath.sources import compiled_outline
from llmpath.sources.bundled import bundled_path, read_bundled


class CurriculumFile(NamedTuple):
    """A curriculum where it lies: `path` is None for the bundled one, `id` for a file outside the library."""

    id: str | None
    path: Path | None

    def read(self) -> bytes:
        """Return its bytes, or raise `NoCurriculumFileError`."""
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

    def outline(self, cache: Cache = NO_CACHE) -> Outline:
        """Return its outline; raises `NoCurriculumFileError` or `CurriculumFaultsError`."""
        where = self.where()
        known = compiled_outline.load(cache, where) if where else None
        if known and self.id in {None, known.curriculum.id}:
            return known
        stamped = stamp(where) if where else (None, False)
        content = self.read()
        outline = self.understood(content)
        if where:
            compiled_outline.keep(cache, where, source(where, stamped, content), outline)
        return outline

    def where(self) -> str | None:
        """Return the path of its file, None where it is none of its own or one is nowhere.

        A `..` behind a link does not lead back, and stays.
        """
        path = bundled_path() if self.path is None else self.path
        try:
            return str(path.absolute()) if path else None
        except OSError:
            return None


class Loaded(NamedTuple):
    """A curriculum with its bytes and what they say."""

    file: CurriculumFile
    content: bytes
    outline: Outline
