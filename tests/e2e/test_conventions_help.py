"""The conventions of help: `-h`, `--help`, examples, `--version`, completion."""

import os
import re
from pathlib import Path
from shutil import copytree

import pytest

from e2e.program import SCRIPT, Program
from llmpath import __version__
from llmpath.cli.completion.words import SUBCOMMANDS

COMMANDS = [f"{group} {name}".strip() for group, inside in SUBCOMMANDS.items() for name, _ in inside]
MINE = """schema = 1
id = "mine"
title = "Mine"
[[sections]]
id = "s"
title = "S"
[[sections.resources]]
id = "clip"
kind = "video"
title = "A clip"
"""


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which something was opened, and where a curriculum file lies."""
    home = tmp_path_factory.mktemp("begun")
    (home / "mine.toml").write_text(MINE)
    program = Program(home, {"BROWSER": "true"})
    program.ok("open next")
    program.ok("curriculum add mine.toml")
    return home


def examples(text: str) -> list[str]:
    """Return the lines of help that begin with llmpath, without what explains them behind two spaces."""
    lines = [line.strip() for line in text.splitlines()]
    return [re.split(" {2,}", line)[0] for line in lines if line.startswith("llmpath ")]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_h_and_help_on_every_command(program: Program, command: str) -> None:
    text = program.ok(f"{command} --help")
    assert text == program.ok(f"{command} -h")
    assert text.startswith(f"Usage: llmpath {command}".rstrip() + " ")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_examples_in_help_run(begun: Path, tmp_path: Path, command: str) -> None:
    home = copytree(begun, tmp_path / "home")
    path = f"{Path(SCRIPT).parent}:{os.environ['PATH']}"
    program = Program(home, {"BROWSER": "true", "PATH": path})
    found = examples(program.ok(f"{command} --help"))
    answers = {example: program([], by=("sh", "-c", example)) for example in found}
    assert found
    assert {example: answer for example, answer in answers.items() if answer.code or answer.stderr} == {}


def test_version(program: Program) -> None:
    assert program.ok("--version") == f"llmpath {__version__}\n"


def test_completion(program: Program) -> None:
    assert program.ok("mark done microg", _LLMPATH_COMPLETE="1").startswith("micrograd\t")
    assert "list\t" in program.ok("li", _LLMPATH_COMPLETE="1")
    for shell in ("bash", "zsh", "fish"):
        assert "_LLMPATH_COMPLETE" in program.ok(f"--show-completion {shell}")
