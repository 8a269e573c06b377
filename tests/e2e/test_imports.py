"""What a command imports: nothing that it does not use, and nothing that talks to a network."""

import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from e2e.program import Program

CURRICULUM = Path(__file__).parents[2] / "data/curriculum.toml"
LISTED = """
import runpy, sys
before = set(sys.modules)
try:
    runpy.run_module("llmpath", run_name="__main__", alter_sys=True)
finally:
    print(*sorted(set(sys.modules) - before), file=sys.stderr)
"""
COMMANDS = (
    "", "list", "list --json", "show micrograd", "next", "progress", "paths", "open vectors",
    "mark done micrograd", "undo",
)  # fmt: skip
"""What has its own imports; `curriculum …` has a test of its own, as it checks with pydantic."""
NETWORK = {"webbrowser", "urllib.request", "http", "http.client", "ssl", "asyncio"}
HEAVY = {"pydantic", "pydantic_core", "rich", "tomllib", "tomli_w", "importlib.metadata"}

Imports = Callable[..., set[str]]


@pytest.fixture(scope="module")
def imports(tmp_path_factory: pytest.TempPathFactory) -> Imports:
    """Returns the modules that a command imports, once an earlier one has filled the caches."""
    program = Program(tmp_path_factory.mktemp("home"), {"BROWSER": "true"})
    program.ok("list")

    @cache
    def of(line: str, **environ: str) -> set[str]:
        answer = subprocess.run(
            [sys.executable, "-c", LISTED, *line.split()],
            env=program.environment(environ),
            cwd=program.home,
            capture_output=True,
            text=True,
            check=True,
        )
        modules = set(answer.stderr.splitlines()[-1].split())
        assert "llmpath.cli.main" in modules, answer.stderr
        return modules

    return of


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_in_a_pipe_imports_neither_rich_nor_a_network(imports: Imports, line: str) -> None:
    assert imports(line) & {"rich", *NETWORK} == set()


def test_a_terminal_is_drawn_by_rich(imports: Imports) -> None:
    assert "rich" in imports("list --kind course", FORCE_COLOR="1")
    assert imports("list --kind course", FORCE_COLOR="1") & NETWORK == set()


def test_a_check_and_the_schema_need_no_network(imports: Imports) -> None:
    for line in (f"curriculum check {CURRICULUM}", "curriculum schema"):
        assert imports(line) & {"rich", *NETWORK} == set()


@pytest.mark.parametrize("line", ["--version", "--help", "mark --help", "paths", "config"])
def test_what_needs_no_curriculum_imports_nothing_heavy(imports: Imports, line: str) -> None:
    assert imports(line) & {"socket", *NETWORK, *HEAVY} == set()
