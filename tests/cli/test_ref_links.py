"""Refs that are links: however they are spelled they name the same thing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cli.answers import node
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
[[sections.resources]]
id = "alpha-two"
kind = "playlist"
title = "Further steps"
url = "https://www.youtube.com/playlist?list=PLAqhIrjkxbuWI23v9cThsA9GvCAUhRvKZ"
[[sections.resources]]
id = "beta"
kind = "article"
title = "On gradients"
url = "https://www.example.org/Papers/gradient%7Es/?b=2&a=1"
"""


@pytest.fixture
def path(run: Shell, curriculum: Callable[[str], Path]) -> Shell:
    """A shell with a small curriculum."""
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(LIST))
    return run


@pytest.mark.parametrize(
    "ref",
    [
        "https://www.youtube.com/watch?v=VMj-3S1tku0",
        "https://youtu.be/VMj-3S1tku0?si=abc",
        "http://youtube.com/embed/VMj-3S1tku0",
        "https://m.youtube.com/watch?list=PLabc&v=VMj-3S1tku0&t=90",
        "https://music.youtube.com/watch?v=VMj-3S1tku0",
        "https://www.youtube-nocookie.com/embed/VMj-3S1tku0",
        "https://youtube.com/shorts/VMj-3S1tku0",
        "https://youtube.com/live/VMj-3S1tku0?feature=share",
        "https://www.youtube.com/v/VMj-3S1tku0",
        "youtu.be/VMj-3S1tku0",
        "youtube:VMj-3S1tku0",
    ],
)
def test_a_video_is_named_by_its_link_however_it_is_spelled(path: Shell, ref: str) -> None:
    assert node(path, f"'{ref}'")["id"] == "alpha-one"


@pytest.mark.parametrize(
    "ref",
    [
        "https://example.org/Papers/gradient~s?a=1&b=2",
        "HTTP://WWW.EXAMPLE.ORG:80/Papers/gradient%7es?b=2&a=1&utm_source=mail&fbclid=x",
        "example.org/Papers/gradient~s?a=1&b=2",
    ],
)
def test_any_link_is_named_however_it_is_spelled(path: Shell, ref: str) -> None:
    assert node(path, f"'{ref}'")["id"] == "beta"


@pytest.mark.parametrize(
    "ref",
    ["https://example.org/papers/gradient~s?a=1&b=2", "https://example.org/", "https://youtu.be/AAAAAAAAAAA"],
)
def test_a_link_that_is_not_in_the_curriculum_is_unknown(path: Shell, ref: str) -> None:
    result = path(["mark", "done", ref])
    assert (result.stdout, result.code) == ("", 2)
    assert ref in result.stderr


@pytest.mark.parametrize(
    "ref",
    ["ftp://example.org/a", "https://", "https://me:word@example.org/", "javascript://x", "https://a b/"],
)
def test_what_is_no_link_is_refused(path: Shell, ref: str) -> None:
    result = path(["open", ref, "--json"])
    assert (result.stdout, result.code) == ("", 2)
    assert '"code": "bad_link"' in result.stderr


def test_a_playlist_is_named_by_its_link(path: Shell) -> None:
    ref = "https://youtube.com/playlist?list=PLAqhIrjkxbuWI23v9cThsA9GvCAUhRvKZ&si=x"
    assert node(path, f"'{ref}'")["id"] == "alpha-two"
