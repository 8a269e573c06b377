"""What a command imports and opens: nothing that it does not use, and nothing that talks to a network."""

import subprocess
import sys
from ast import literal_eval
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from e2e.program import Program

CURRICULUM = Path(__file__).parents[2] / "data/curriculum.toml"
LISTED = """
import sys
before = set(sys.modules)
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
from llmpath.__main__ import run
try:
    run()
finally:
    print((sorted(set(sys.modules) - before), opened), file=sys.stderr)
"""
COMMANDS = (
    "", "list", "list --json", "show micrograd", "next", "progress", "paths", "open vectors",
    "mark done micrograd", "undo",
)  # fmt: skip
"""What has its own imports; `curriculum …` has a test of its own, as it checks with pydantic."""
NETWORK = {"webbrowser", "urllib.request", "http", "http.client", "ssl", "asyncio"}
HEAVY = {"pydantic", "pydantic_core", "rich", "tomllib", "tomli_w", "importlib.metadata"}
READING = (
    "",
    "list",
    "list --json",
    "list --json -c llm-learning-pointers",
    "show micrograd",
    "next",
    "progress",
)
LIGHT = {
    "llmpath",
    "llmpath.__main__",
    "llmpath.cli",
    "llmpath.cli.at_once",
    "llmpath.cache",
    "llmpath.named_file",
}
"""All of llmpath that is imported where the cache knows the answer."""

Imports = Callable[..., set[str]]
Loads = Callable[..., "Load"]


class Load(NamedTuple):
    """What a command imported, and the files of the user's that it opened."""

    modules: frozenset[str]
    opened: list[str]

    @property
    def own(self) -> set[str]:
        return {name for name in self.modules if name.split(".")[0] == "llmpath"}


@pytest.fixture(scope="module")
def loads(tmp_path_factory: pytest.TempPathFactory) -> Loads:
    """Returns what a command loads, once earlier ones have filled the caches."""
    program = Program(tmp_path_factory.mktemp("home"), {"BROWSER": "true"})
    program.ok("config speed 1.5")
    program.ok("mark done 4.1.1")
    program.ok("next --short")

    @cache
    def of(line: str, **environ: str) -> Load:
        answer = subprocess.run(
            [sys.executable, "-c", LISTED, *line.split()],
            env=program.environment(environ),
            cwd=program.home,
            capture_output=True,
            text=True,
            check=True,
        )
        modules, opened = literal_eval(answer.stderr.splitlines()[-1])
        home = str(program.home)
        files = [path.removeprefix(home) for path in opened if path.startswith(home)]
        return Load(frozenset(modules), [path.rpartition("/")[2] for path in files])

    return of


@pytest.fixture(scope="module")
def imports(loads: Loads) -> Imports:
    """Returns the modules that a command imports."""
    return lambda line, **environ: set(loads(line, **environ).modules)


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


@pytest.mark.parametrize("line", READING)
def test_a_reading_command_parses_no_toml_once_all_is_kept(loads: Loads, line: str) -> None:
    load = loads(line)
    assert load.modules & (HEAVY | {"email", "zipfile"}) == set()
    assert {name for name in load.opened if name.endswith(".toml")} <= {
        "config.toml",
        "progress.toml",
        "undo.toml",
    }


def test_a_command_imports_no_other(loads: Loads) -> None:
    listing = {name for name in loads("list --json").own if name.startswith("llmpath.cli.commands.")}
    assert listing == {"llmpath.cli.commands.list_path"}
    writing = {
        "llmpath.store.transaction",
        "llmpath.store.lock",
        "llmpath.domain.undo",
        "llmpath.outside.browser",
    }
    assert loads("list --json").own & writing == set()


def test_a_mark_parses_no_curriculum(loads: Loads) -> None:
    assert loads("mark done 4.1.2").modules & {"pydantic", "rich", "importlib.metadata"} == set()


def test_the_short_line_is_answered_from_one_file(loads: Loads) -> None:
    load = loads("next --short")
    assert load.own == LIGHT
    assert load.modules & {"typing", "re", "enum", "pathlib", "json", "typer", "platformdirs"} == set()
    assert load.opened[0] == "next-short"
