"""What the README shows is what the program prints."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from shell import Shell

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
ESCAPES = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\|\x1b\[[0-9;]*m")


def block(marker: str) -> str:
    """Return the fenced block that follows a comment."""
    found = re.search(rf"<!-- {re.escape(marker)}.*?-->\n```\w+\n(.*?)```", README, re.DOTALL)
    assert found is not None, marker
    return found[1]


def test_the_session_is_what_the_program_prints(run: Shell, browser: Callable[[], list[str]]) -> None:
    steps = [step.partition("\n") for step in block("the session").split("$ llmpath ")[1:]]
    assert [command for command, _, _ in steps] == ["open next video", "mark done", "progress", "undo"]
    for command, _, shown in steps:
        answer = ESCAPES.sub("", run.ok(command, columns=80))
        assert "\n".join(line.rstrip() for line in answer.splitlines()) == shown.rstrip("\n")
    assert browser() == ["https://www.youtube.com/watch?v=VMj-3S1tku0"]


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\(([\w./-]+)\)", README))))
def test_its_links_lead_somewhere(path: str) -> None:
    assert (Path(__file__).parents[2] / path).is_file()


def test_every_command_in_its_table_exists(run: Shell) -> None:
    named = set(re.findall(r"`llmpath ([a-z]+)", README))
    for name in named:
        assert run(f"{name} --help").code == 0, name
