"""`llmpath list --all`: every curriculum, one after the other, with its title as heading."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cli.answers import answer, screen
from shell import Shell

SECTIONS = """
[[sections]]
id = "s"
title = "S"
[[sections.resources]]
id = "clip"
kind = "video"
title = "A clip"
url = "https://youtu.be/VMj-3S1tku0"
"""


@pytest.fixture
def two(run: Shell, curriculum: Callable[..., Path]) -> Shell:
    """A shell with the bundled curriculum and one of its own, and a video done that both have."""
    path = curriculum(SECTIONS, head='schema = 1\nid = "a-list"\ntitle = "My list"\n')
    run.ok(f"curriculum add {path}")
    run.ok("done micrograd")
    return run


def test_each_is_the_document_of_list_without_schema(two: Shell) -> None:
    documents = [answer(two, f"list -c {id_}") for id_ in ("llm-learning-pointers", "a-list")]
    for document in documents:
        del document["schema"]
    assert answer(two, "list --all") == {"schema": 1, "curricula": documents}
    assert documents[1]["sections"][0]["parts"][0]["status"] == "done"


def test_a_pipe_has_the_title_above_the_rows_and_an_empty_line_between(two: Shell) -> None:
    bundled, own = (two.ok(f"list -c {id_}") for id_ in ("llm-learning-pointers", "a-list"))
    assert two.ok("list --all") == f"LLM learning pointers\n{bundled}\nMy list\n{own}"


@pytest.mark.parametrize("columns", [80, 40])
def test_a_terminal_shows_the_screens_of_all(two: Shell, columns: int) -> None:
    screens = [screen(two, f"list -c {id_}", columns) for id_ in ("llm-learning-pointers", "a-list")]
    assert screen(two, "list --all", columns) == "\n".join(screens)
    assert all(len(line) <= columns for line in screen(two, "list --all", columns).splitlines())


def test_filters_are_those_of_list(two: Shell) -> None:
    assert two.ok("list --all --status done --ids").split() == ["zero-to-hero/1", "micrograd", "clip"]
    assert [len(one["sections"]) for one in answer(two, "list --all --kind course")["curricula"]] == [1, 0]


def test_refs_are_of_one_curriculum_and_refused(two: Shell) -> None:
    refused = two("list s --all")
    assert (refused.stdout, refused.code) == ("", 2)


def test_a_file_in_use_for_the_call_is_one_of_them(two: Shell, curriculum: Callable[..., Path]) -> None:
    path = curriculum(SECTIONS)
    listed = answer(two, f"list --all -c {path}")["curricula"]
    assert [one["curriculum"]["id"] for one in listed] == ["llm-learning-pointers", "a-list", "mine"]
