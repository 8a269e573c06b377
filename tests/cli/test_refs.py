"""Refs: every way to name a thing, and what is said where a ref names nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cli.answers import answer, node
from shell import Shell

LIST = """
[[sections]]
id = "basics"
title = "The basics"
[[sections.resources]]
id = "alpha-one"
kind = "video"
title = "First steps"
url = "https://youtu.be/VMj-3S1tku0"
duration = "20:00"
chapters = [{ start = "0:00", title = "Hello" }, { start = "5:00", title = "More" }]
[[sections.resources]]
id = "alpha-two"
kind = "playlist"
title = "Further steps"
url = "https://www.youtube.com/playlist?list=PLAqhIrjkxbuWI23v9cThsA9GvCAUhRvKZ"
parts = [
  { title = "A talk", url = "https://www.youtube.com/watch?v=VMj-3S1tku0" },
  { title = "Another talk", url = "https://www.youtube.com/watch?v=PaCmpygFfXo" },
]
[[sections]]
id = "alpha"
title = "Reading"
[[sections.resources]]
id = "beta"
kind = "article"
title = "On gradients"
url = "https://www.example.org/Papers/gradient%7Es/?b=2&a=1"
[[sections.resources]]
id = "gamma-rays"
kind = "paper"
title = "On rays"
"""


@pytest.fixture
def path(run: Shell, curriculum: Callable[[str], Path]) -> Shell:
    """A shell with a small curriculum."""
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(LIST))
    return run


@pytest.mark.parametrize(
    ("ref", "number", "id_"),
    [
        ("1", "1", "basics"),
        ("1.2", "1.2", "alpha-two"),
        ("1.2.2", "1.2.2", "alpha-two/2"),
        ("1.1.2", "1.1.2", "alpha-one/2"),
        ("1.2.1.2", "1.2.1.2", "alpha-two/1/2"),
        ("alpha-one", "1.1", "alpha-one"),
        ("alpha-one/2", "1.1.2", "alpha-one/2"),
        ("alpha-two/2", "1.2.2", "alpha-two/2"),
        ("alpha-two/1/2", "1.2.1.2", "alpha-two/1/2"),
        ("basics", "1", "basics"),
        ("alpha", "2", "alpha"),
        ("alpha-o", "1.1", "alpha-one"),
        ("b", "2.1", "beta"),
        ("ba", "1", "basics"),
        ("g", "2.2", "gamma-rays"),
        ("alpha-tw/2", "1.2.2", "alpha-two/2"),
        ("next", "1.1", "alpha-one"),
        ("'next playlist'", "1.2", "alpha-two"),
        ("next paper", "2.2", "gamma-rays"),
    ],
)
def test_a_ref_names_one_thing(path: Shell, ref: str, number: str, id_: str) -> None:
    shown = node(path, ref)
    assert (shown["number"], shown["id"]) == (number, id_)


def test_last_is_what_was_opened_last(path: Shell, browser: Callable[[], list[str]]) -> None:
    path.ok("open alpha-two/2")
    path.ok("open beta")
    path.ok("mark done gamma-rays")
    assert node(path, "last")["id"] == "beta"
    assert len(browser()) == 2


@pytest.mark.usefixtures("browser")
def test_last_is_known_also_when_the_curriculum_no_longer_has_it(path: Shell) -> None:
    path.ok("open beta")
    line = "mark done last -c llm-learning-pointers"
    (changed,) = answer(path, line)["changed"]
    assert changed == {
        "number": None,
        "id": None,
        "key": "example.org/Papers/gradient~s?a=1&b=2",
        "status": "done",
        "also": [],
    }
    assert node(path, "beta")["status"] == "done"


def test_a_thing_in_two_places_is_called_by_the_place_typed(path: Shell) -> None:
    assert path.ok("mark done 1.2.1").startswith("done: 1.2.1 alpha-two/1, A talk (also 1.1)")
    assert path.ok("mark todo alpha-one").startswith("todo: 1.1 alpha-one, First steps (also 1.2.1)")


@pytest.mark.parametrize(
    ("ref", "candidates"),
    [
        ("alpha-", ["alpha-one (1.1)", "alpha-two (1.2)"]),
        ("al", ["alpha-one (1.1)", "alpha-two (1.2)"]),
        ("al/1", ["alpha-one (1.1)", "alpha-two (1.2)"]),
    ],
)
def test_an_ambiguous_prefix_lists_its_candidates(path: Shell, ref: str, candidates: list[str]) -> None:
    result = path(f"mark done {ref}")
    assert (result.stdout, result.code) == ("", 2)
    assert ", ".join(candidates) in result.stderr
    assert '"code": "ambiguous_ref"' in path(f"show {ref} --json").stderr
    assert not path.state.exists()


@pytest.mark.parametrize(
    ("ref", "closest"),
    [
        ("microgard", "Closest: micrograd (4.1)"),
        ("tenors", "Closest: tensors (6.3)"),
        ("perseptron", "Closest: perceptron (5.1)"),
        ("calculas", "Closest: calculus (6.1)"),
    ],
)
def test_an_unknown_ref_names_the_closest(run: Shell, ref: str, closest: str) -> None:
    result = run(f"mark done {ref}")
    assert (result.stdout, result.code) == ("", 2)
    assert result.stderr.startswith(f'llmpath: nothing is called "{ref}". {closest}')
    assert result.stderr.count("(") <= 3
    assert not run.state.exists()


@pytest.mark.parametrize(
    "ref", ["9", "0", "1.3", "1.1.3", "1.2.2.1", "2.2.1", "1.", "01", "1..", "1.2.1.2.1"]
)
def test_a_number_that_is_not_there_is_refused(path: Shell, ref: str) -> None:
    result = path(f"mark done {ref}")
    assert (result.stdout, result.code) == ("", 2)
    assert result.stderr.startswith("llmpath: ")
    assert not path.state.exists()


@pytest.mark.parametrize(
    "ref", ["", " ", "next film", "next next video", "alpha-one/", "/1", "alpha-one/0", "#"]
)
def test_what_names_nothing_is_refused(path: Shell, ref: str) -> None:
    result = path(["show", ref])
    assert (result.stdout, result.code) == ("", 2)
    assert len(result.stderr.splitlines()) == 1


def test_a_misspelt_kind_after_next_is_told_as_a_kind(run: Shell) -> None:
    result = run("open next vidoe")
    assert result.code == 2
    assert result.stderr == 'llmpath: nothing is called "vidoe". A kind follows next: next video.\n'
