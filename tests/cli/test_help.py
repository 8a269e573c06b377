"""`-h` and `--help`: everywhere, with examples that work."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import command_tree
from shell import Shell

COMMANDS = [command.path for command in command_tree.commands()]
CLIP = """
[[sections]]
id = "s"
title = "S"
[[sections.resources]]
id = "clip"
kind = "video"
title = "A clip"
"""


def examples(text: str) -> list[str]:
    """Return the examples in a help page, without what explains them, pipes or redirections."""
    lines = [line.strip() for line in text.splitlines() if line.strip().startswith("llmpath ")]
    return [re.split(r" {2,}| [|>] ", line.removeprefix("llmpath "))[0] for line in lines]


@pytest.mark.parametrize("command", COMMANDS)
def test_both_spellings_of_help_say_the_same(run: Shell, command: str) -> None:
    text = run.ok(f"{command} --help")
    assert text == run.ok(f"{command} -h")
    assert text.startswith(f"Usage: llmpath {command}".rstrip() + " ")
    assert not run.state.exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_examples_of_the_command(run: Shell, command: str) -> None:
    found = examples(run.ok(f"{command} --help"))
    assert found
    assert all(example.startswith(command) for example in found)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_examples_work(
    run: Shell,
    browser: Callable[[], list[str]],
    curriculum: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    monkeypatch.chdir(curriculum(CLIP).parent)
    run.ok("open next")
    run.ok("curriculum add mine.toml")
    for example in examples(run.ok(f"{command} --help")):
        run.ok(example)
    assert browser()


def test_the_help_of_all_names_every_command(run: Shell) -> None:
    listed = run.ok("--help").partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed] == [name for name in COMMANDS if name and " " not in name]
