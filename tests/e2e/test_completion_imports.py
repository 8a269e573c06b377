"""A Tab imports its own few modules and nothing else: that is what makes it as fast as a bare interpreter."""

import subprocess
import sys

import pytest

from e2e.program import Program

LISTED = """
import sys
before = set(sys.modules)
import llmpath.cli.completion.names as names
names.names = names.curricula = lambda *_: b"micrograd\\tTitle\\n"
from llmpath.__main__ import run
run()
print(*sorted(set(sys.modules) - before), file=sys.stderr)
"""
"""Completes with names that are at hand, and lists what was imported."""
OWN = {
    "llmpath",
    "llmpath.__main__",
    "llmpath.cli",
    "llmpath.cli.at_once",
    "llmpath.cache",
    "llmpath.named_file",
    "binascii",
    "gc",
    *(
        f"llmpath.cli.completion{name}"
        for name in ("", ".answer", ".line", ".lines", ".names", ".offers", ".words")
    ),
}


@pytest.mark.parametrize("line", ["mar", "open mic", "open -", "list --kind=vi", "-c mic", "add x --to mic"])
def test_a_tab_imports_nothing_but_its_own(program: Program, line: str) -> None:
    answer = subprocess.run(
        [sys.executable, "-c", LISTED, *line.split()],
        env=program.environment({"_LLMPATH_COMPLETE": "1"}),
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout != "" or line.endswith("--to mic")
    assert set(answer.stderr.split()) == OWN
