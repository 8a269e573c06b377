"""Reading what the program answered: a JSON document, the cells of rows, what a person sees."""

import json
import re
from typing import Any

from shell import Shell

ESCAPES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")
"""Colours, and the brackets of clickable links."""

FACTS = {
    "number": str,
    "id": str,
    "key": str | None,
    "title": str,
    "kind": str,
    "url": str | None,
    "author": str | None,
    "start": int,
    "end": int | None,
    "seconds": int | None,
    "seconds_done": int,
    "estimated": bool,
    "status": str,
    "fraction": float,
    "resume_url": str | None,
    "after": list,
    "also": list,
}
"""The fields of a node that are no nodes, and their types."""
NODE = {*FACTS, "parts"}


def answer(run: Shell, line: str) -> Any:
    """Return the JSON document that a command answers with."""
    return json.loads(run.ok(f"{line} --json"))


def rows(text: str) -> list[list[str]]:
    """Return the cells of rows whose columns stand two spaces apart."""
    return [re.split(r" {2,}", line.strip()) for line in text.splitlines()]


def screen(run: Shell, line: str, columns: int | None) -> str:
    """Return what a person sees of the answer to a line that must work."""
    return seen(run.ok(line, columns=columns))


def seen(text: str) -> str:
    """Return what a person sees of a text, without colours and the targets of links."""
    return "".join(f"{row.rstrip()}\n" for row in ESCAPES.sub("", text).splitlines())


def node(run: Shell, ref: str) -> Any:
    """Return what JSON says of one thing."""
    return answer(run, f"show {ref}")["node"]


def status(run: Shell, ref: str) -> str:
    """Return the status of one thing."""
    found: str = node(run, ref)["status"]
    return found
