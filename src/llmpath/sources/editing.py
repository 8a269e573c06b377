"""One more resource in the text of a curriculum file, all else of it byte for byte as it was."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import tomli_w

from llmpath.domain.new_resource import NewResource
from llmpath.errors import NotEditableError, UsageError
from llmpath.sources.findings import Lines
from llmpath.sources.toml_file import check

_BOM = "\ufeff"


def with_resource(content: bytes, section: int, resource: NewResource) -> bytes:
    """Return a good curriculum file with a resource more at the end of a section, counted from 0.

    Raises `NotEditableError` where the section is not written as a `[[sections]]` table, and
    `UsageError` where the resource breaks a rule of the format.
    """
    text = content.decode()
    fields = resource._asdict()
    wanted = _parsed(text)
    wanted["sections"][section].setdefault("resources", []).append(fields)
    table = f"[[sections.resources]]\n{tomli_w.dumps(fields)}"
    for at in _ends(text, section, len(wanted["sections"])):
        candidate = _inserted(text, at, table)
        if _says(candidate, wanted):
            return _checked(candidate.encode())
    inline = ", ".join(tomli_w.dumps(fields).splitlines())
    raise NotEditableError(
        f"section {section + 1} is not written as [[sections]] with [[sections.resources]] in it",
        f"put it there yourself: {{ {inline} }}",
    )


def _checked(content: bytes) -> bytes:
    """Return the content; what was wrong with it before is nothing, so a fault is that of the resource."""
    for fault in check(content).findings:
        raise UsageError(fault.message, fault.hint)
    return content


def _ends(text: str, section: int, count: int) -> Iterator[int]:
    """Yield where a section may end: behind its last words, then before what follows it.

    Comments above the next section belong to that one. What looks like a comment or a header may
    stand in a text of several lines, so the caller has to try.
    """
    lines = text.split("\n")
    following = Lines(text).of(f"sections[{section + 1}]") if section + 1 < count else None
    stop = len(lines) if following is None else following - 1
    words = stop
    while words and lines[words - 1].strip()[:1] in {"", "#"}:
        words -= 1
    for end in (words, stop):
        yield min(len(text), sum(len(line) + 1 for line in lines[:end]))


def _inserted(text: str, at: int, table: str) -> str:
    """Return the text with a table in it, an empty line on either side, in the line ends of the text."""
    before, after = text[:at], text[at:]
    end = "\r\n" if "\r\n" in text else "\n"
    if not before.endswith("\n"):
        before += end
    if after and after.lstrip(" \t\r")[:1] != "\n":
        table += "\n"
    return before + f"\n{table}".replace("\n", end) + after


def _says(text: str, wanted: Mapping[str, Any]) -> bool:
    try:
        return _parsed(text) == wanted
    except ValueError:
        return False


def _parsed(text: str) -> dict[str, Any]:
    return tomllib.loads(text.removeprefix(_BOM))
