"""Curriculum files: TOML to the outline, with every fault found in one run."""

import re
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from llmpath import toml
from llmpath.domain.outline import Companion, Curriculum, Outline
from llmpath.domain.outline_builder import Entry, SectionEntry, build
from llmpath.errors import CurriculumFaultsError, NoCurriculumFileError
from llmpath.regular_file import read_regular
from llmpath.sources.document import CurriculumTable, PartTable, ResourceTable, SectionTable
from llmpath.sources.findings import Finding, Lines
from llmpath.sources.rules import broken_rules

SIZE_LIMIT = 32 * 1024 * 1024
_AT_LINE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")
_BARE = re.compile(r"[\w-]+", re.ASCII)
_BOM = b"\xef\xbb\xbf"


class Checked(NamedTuple):
    """A curriculum file read: its table, or what is wrong with it."""

    table: CurriculumTable | None
    findings: tuple[Finding, ...]


def read(path: Path) -> bytes:
    """Return the bytes of a curriculum file, or raise `NoCurriculumFileError`."""
    try:
        content = read_regular(path, SIZE_LIMIT)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        hint = "check its permissions" if isinstance(error, PermissionError) else "name a TOML file"
        raise NoCurriculumFileError(f"cannot read {path}: {reason}", hint) from error
    if content is None:
        raise NoCurriculumFileError(f"there is no file {path}", "check its name")
    return content


def check(content: bytes) -> Checked:
    """Return the curriculum in `content` and everything that is wrong with it."""
    try:
        content = content.removeprefix(_BOM)
        text = content.decode()
        raw = toml.loads(text)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Checked(None, (Finding("", line, "the file is not UTF-8", "save it as UTF-8"),))
    except ValueError as error:
        at = _AT_LINE.search(str(error))
        message = _AT_LINE.sub("", str(error)).strip()
        line = int(at[1]) if at and at[1] else text.count("\n") + (not text.endswith("\n"))
        return Checked(None, (Finding("", line, f"wrong TOML: {message}", "mend that line"),))
    lines = Lines(text)
    table, faults = _table(raw, lines)
    findings = [*faults, *broken_rules(raw, lines.of)]
    if findings:
        return Checked(None, tuple(sorted(set(findings), key=lambda found: (found.line or 0, found.path))))
    return Checked(table, ())


def outline_of(checked: Checked, name: str) -> Outline:
    """Return the outline of a checked file, or raise `CurriculumFaultsError` naming the first fault."""
    if checked.table is None:
        first = checked.findings[0]
        where = ", ".join(part for part in (f"line {first.line}" if first.line else "", first.path) if part)
        count = len(checked.findings)
        more = f" (and {count - 1} more)" if count > 1 else ""
        raise CurriculumFaultsError(
            f"{name} is not a curriculum: {where + ': ' if where else ''}{first.message}{more}",
            f"llmpath curriculum check {shlex.quote(name)}",
        )
    table = checked.table
    curriculum = Curriculum(table.id, table.title, table.version, table.source)
    return build(curriculum, (_section(section) for section in table.sections))


def _table(raw: Mapping[str, Any], lines: Lines) -> tuple[CurriculumTable | None, list[Finding]]:
    """Return the models of a curriculum, or what they refuse."""
    try:
        return CurriculumTable.model_validate(raw), []
    except ValidationError as error:
        return None, [
            _finding(fault["loc"], fault["type"], fault["msg"], lines)
            for fault in error.errors(include_url=False, include_context=False, include_input=False)
        ]


_SAID = {
    "extra_forbidden": ("there is no such field", "check the spelling, or leave it out"),
    "missing": ("this field is missing", "add it"),
    "tuple_type": ("this is not an array", "write it in square brackets"),
    "model_type": ("this is not a table", "write { name = value, ... }"),
    "string_type": ("this is not text", "write it in quotes"),
    "too_long": ("this is too long", "shorten it"),
    "string_too_long": ("this is too long", "shorten it"),
}


def _finding(place: tuple[int | str, ...], fault: str, message: str, lines: Lines) -> Finding:
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{_key(part)}" for part in place)
    path = path.removeprefix(".")
    said = message.removeprefix("Value error, ")
    what, hint = _SAID.get(fault, (said[:1].lower() + said[1:], "llmpath curriculum schema"))
    return Finding(path, lines.of(path), what, hint)


def _key(name: str) -> str:
    """Return a key as it would be written; an empty one would name no place at all."""
    return name if _BARE.fullmatch(name) else f'"{name}"'


def _section(table: SectionTable) -> SectionEntry:
    resources = tuple(_resource(resource) for resource in table.resources)
    return SectionEntry(table.id, table.title, table.note, table.after, resources)


def _resource(table: ResourceTable) -> Entry:
    default = "video" if table.kind == "playlist" else "link"
    parts = tuple(_entry(part, part.kind or default) for part in table.parts)
    return _entry(table, table.kind)._replace(id=table.id, after=table.after, parts=parts)


def _entry(table: ResourceTable | PartTable, kind: str) -> Entry:
    return Entry(
        table.title,
        kind,
        url=table.url,
        author=table.author,
        duration=table.duration,
        start=table.start,
        end=table.end,
        note=table.note,
        was=table.was,
        links=tuple(Companion(link.title, link.url) for link in table.links),
        chapters=tuple((chapter.start, chapter.title) for chapter in table.chapters),
    )
