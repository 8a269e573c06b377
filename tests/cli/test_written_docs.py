"""What is written from the program says what the program says."""

import re
from pathlib import Path
from typing import Any

import pytest

import cli_docs
import command_tree
import json_examples
import man_page
import picture

WRITE = "stale: python tools/written.py writes it anew"
SOURCES = Path(__file__).parents[2] / "src"


@pytest.mark.parametrize("tool", [cli_docs, man_page, json_examples])
def test_the_pages_are_as_they_would_be_written_now(tool: Any) -> None:
    assert tool.FILE.read_text("utf-8") == tool.text(), WRITE


def test_the_picture_shows_what_the_program_shows() -> None:
    drawn = picture.FILE.read_text("utf-8")
    assert picture.seen(drawn) == picture.seen(picture.svg()), WRITE


def test_the_picture_asks_for_nothing_of_the_web() -> None:
    assert re.findall(r"https?://[^\"]*", picture.FILE.read_text("utf-8")) == ["http://www.w3.org/2000/svg"]


@pytest.mark.parametrize("command", command_tree.commands(), ids=lambda command: command.name)
def test_every_command_has_a_section_in_both_pages(command: command_tree.Command) -> None:
    assert f"\n## {command.name}\n" in cli_docs.FILE.read_text("utf-8")
    assert command.path == "" or f"\n.SS {command.name}\n" in man_page.FILE.read_text("utf-8")


def test_the_man_page_names_the_variables_that_the_program_reads() -> None:
    read = {
        name for path in SOURCES.rglob("*.py") for name in re.findall(r'"(LLMPATH_\w+)"', path.read_text())
    }
    assert read == {name for name in man_page.ENVIRONMENT if name.startswith("LLMPATH_")}


def test_no_line_of_the_man_page_is_taken_for_a_request() -> None:
    lines = man_page.FILE.read_text("utf-8").splitlines()
    requests = {line.split()[0] for line in lines if line.startswith((".", "'"))}
    assert requests == {'.\\"', ".TH", ".SH", ".SS", ".PP", ".TP", ".RS", ".RE", ".nf", ".fi"}
