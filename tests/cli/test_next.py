from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cli.answers import answer, rows, screen
from shell import Shell

WAITING = """
[[sections]]
id = "start"
title = "Start"
[[sections.resources]]
id = "setup"
kind = "task"
title = "Set it up"
[[sections.resources]]
id = "lessons"
kind = "course"
title = "Lessons"
after = ["setup"]
parts = [{ title = "One", kind = "video", duration = "10:00" }, { title = "Two", duration = "5:00" }]
[[sections]]
id = "later"
title = "Later"
after = ["start"]
[[sections.resources]]
id = "clip"
kind = "video"
title = "A clip"
url = "https://example.org/clip"
[[sections]]
id = "free"
title = "Free"
[[sections.resources]]
id = "essay"
kind = "paper"
title = "A paper"
url = "https://example.org/paper"
"""


def ids(run: Shell, line: str = "next -n 99") -> list[str]:
    """Return the ids of what comes next."""
    return [found["id"] for found in answer(run, line)["next"]]


def leaves(run: Shell) -> list[Any]:
    """Return all that can be marked by itself: what has no parts but chapters."""
    resources = [resource for section in answer(run, "list")["sections"] for resource in section["parts"]]
    parts = [part for resource in resources for part in resource["parts"] if part["kind"] != "chapter"]
    containers = {part["number"].rpartition(".")[0] for part in parts}
    return [*parts, *(resource for resource in resources if resource["number"] not in containers)]


def test_the_first_of_all_is_the_first_leaf_called_by_its_own_place(run: Shell) -> None:
    ((called, title, length, why),) = rows(run.ok("next"))
    assert (called, length, why) == ("4.1 micrograd", "2 h 26 m", "next in order")
    assert title == "The spelled-out intro to neural networks and backpropagation: building micrograd"


def test_count_gives_more_in_order_each_thing_once(run: Shell) -> None:
    found = ids(run, "next -n 500")
    assert ids(run, "next -n 3") == found[:3] == ["micrograd", "zero-to-hero/2", "zero-to-hero/3"]
    assert found[-1].startswith("pytorch/")
    assert len(found) == len(set(found)) == len({leaf["key"] for leaf in leaves(run)})
    assert len(run.ok("next -n 3").splitlines()) == 3


def test_a_kind_counts_the_videos_of_playlists(run: Shell) -> None:
    run.ok("mark done zero-to-hero")
    assert ids(run, "next video") == ["word-embeddings"]
    run.ok("mark done embeddings attention")
    run.ok("mark skipped perceptron")
    assert ids(run, "next video") == ["first-principles/1"]
    assert ids(run, "next course") == ["calculus"]


def test_next_playlist_answers_the_playlist(run: Shell) -> None:
    assert ids(run, "next playlist -n 2") == ["zero-to-hero", "first-principles"]


def test_a_length_with_an_estimate_in_it_has_a_tilde(run: Shell) -> None:
    assert "~20 h 35 m" in rows(run.ok("next playlist"))[0]


def test_what_was_touched_last_comes_first_then_other_started_things(
    run: Shell, browser: Callable[[], list[str]]
) -> None:
    run.ok("open vectors")
    run.ok("mark done 2.1.1")
    run.ok("open tensors")
    assert ids(run, "next -n 4") == ["tensors", "word-embeddings", "vectors", "micrograd"]
    run.ok("mark done tensors")
    assert ids(run, "next -n 3") == ["word-embeddings", "vectors", "micrograd"]
    assert len(browser()) == 2


def test_the_rest_of_a_started_playlist_comes_before_what_is_not_begun(run: Shell) -> None:
    run.ok("mark done essence-of-calculus/1")
    found = answer(run, "next -n 2")["next"]
    assert [thing["id"] for thing in found] == ["essence-of-calculus/2", "essence-of-calculus/3"]
    assert found[0]["why"].startswith("goes on with ")


def test_it_says_where_a_video_was_left(run: Shell) -> None:
    run.ok("mark done 4.1.1 4.1.2")
    assert run.ok("next").rstrip().endswith("stopped at 8:08")
    assert answer(run, "next")["next"][0]["resume_url"].endswith("&t=488s")


def test_what_waits_comes_last_and_says_for_what(run: Shell, curriculum: Callable[[str], Path]) -> None:
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(WAITING))
    assert ids(run) == ["setup", "essay", "lessons/1", "lessons/2", "clip"]
    waits = {found["id"]: found["waits_for"] for found in answer(run, "next -n 9")["next"]}
    assert waits["setup"] == waits["essay"] == []
    assert waits["lessons/1"] == [{"number": "1.1", "id": "setup", "title": "Set it up"}]
    assert waits["clip"] == [{"number": "1", "id": "start", "title": "Start"}]


def test_the_first_of_a_kind_that_only_waits_is_answered(
    run: Shell, curriculum: Callable[[str], Path]
) -> None:
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(WAITING))
    assert rows(run.ok("next video")) == [["1.2.1 lessons/1", "One", "10 m", "waits for 1.1 setup"]]


@pytest.mark.parametrize("status", ["done", "skipped"])
def test_what_is_done_or_skipped_holds_nothing_up(
    run: Shell, curriculum: Callable[[str], Path], status: str
) -> None:
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(WAITING))
    run.ok(f"mark {status} setup")
    assert ids(run, "next -n 2") == ["lessons/1", "lessons/2"]
    run.ok(f"mark {status} lessons")
    assert ids(run) == ["clip", "essay"]


def test_nothing_left_is_no_failure(run: Shell, curriculum: Callable[[str], Path]) -> None:
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(WAITING))
    run.ok("mark done setup lessons clip essay")
    assert run.ok("next") == "Nothing is left: all of it is done or skipped.\n"
    assert run.ok("next task") == "No task is left: all are done or skipped.\n"
    assert run.ok("next book") == "There is no book in this curriculum.\n"
    assert answer(run, "next") == {"schema": 1, "next": [], "for_seconds": None, "left_over": None}


def test_on_a_terminal_the_reason_stands_under_a_title_that_has_the_room(run: Shell) -> None:
    run.ok("mark doing zero-to-hero/3@40:00")
    assert screen(run, "next -n 2", 80) == (
        "1.1.3 zero-to-hero/3  Building makemore Part 2: MLP                     1 h 16 m\n"
        "                      stopped at 40:00\n"
        "4.1 micrograd         The spelled-out intro to neural networks and ba…  2 h 26 m\n"
        "                      goes on with building-micrograd\n"
    )
