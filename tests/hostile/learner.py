"""A learner whose curriculum is given as a document, and the forms in which the answers come."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import tomli_w

from hostile.commands import EVERY, words
from hostile.documents import CURRICULUM
from hostile.forks import Fork, forked
from shell import Result, Shell

FORMS: dict[str, dict[str, Any]] = {
    "pipe": {},
    "wide": {"columns": 9999, "colour": True},
    "narrow": {"columns": 40, "colour": True},
    "json": {},
}
"""What an answer is written to: a pipe, terminals of two widths, a program that reads JSON."""
TERMINALS = {"wide", "narrow"}


class Learner:
    """Runs lines of `commands.py` on one curriculum file, in one of the forms."""

    def __init__(self, run: Shell, file: Path) -> None:
        self.run = run
        self.file = file
        run.environ["LLMPATH_CURRICULUM"] = str(file)
        self.teach(CURRICULUM)

    def teach(self, document: Mapping[str, Any]) -> None:
        """Make this the curriculum."""
        self.file.write_text(tomli_w.dumps(document), encoding="utf-8")

    def typed(self, line: str) -> list[str]:
        """Return the words of a line, with the curriculum's file."""
        return words(line, self.file)

    def __call__(self, line: str | list[str], form: str = "pipe") -> Result:
        typed = self.typed(line) if isinstance(line, str) else line
        return self.run([*typed, *(["--json"] if form == "json" else [])], **FORMS[form])

    def forks(
        self, lines: Sequence[str] = EVERY, environ: Mapping[str, str | None] | None = None, **how: Any
    ) -> dict[str, Fork]:
        """Run lines as processes, each of which ends decently; a variable that is None is absent."""
        basis = {"HOME": str(self.run.home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        merged = {**basis, **self.run.environ, **(environ or {})}
        told = {name: value for name, value in merged.items() if value is not None}
        answers = forked([self.typed(line) for line in lines], told, **how)
        for answer in answers:
            assert answer.code in {0, 1, 2}, answer
            assert "Traceback" not in answer.stderr, answer
            said = [line for line in answer.stderr.splitlines() if "is ignored" not in line]
            assert len(said) <= 1, answer
            assert all(line.startswith("llmpath: ") for line in answer.stderr.splitlines()), answer
        return dict(zip(lines, answers, strict=True))
