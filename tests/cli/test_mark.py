from collections.abc import Callable
from pathlib import Path

import pytest

from cli.answers import answer, node, status
from shell import Shell

COURSE = """
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
parts = [
  { title = "One", duration = "30:00" },
  { title = "Two", duration = "10:00" },
  { title = "Three", duration = "9:00" },
]
"""


@pytest.fixture
def course(run: Shell, curriculum: Callable[[str], Path]) -> Shell:
    """A shell with a small curriculum: a task, and a course of three lessons."""
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(COURSE))
    return run


def lessons(run: Shell) -> list[str]:
    """Return the status of each lesson."""
    return [part["status"] for part in node(run, "lessons")["parts"]]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("mark done setup", "done"),
        ("mark skip setup", "skipped"),
        ("mark skipped setup", "skipped"),
        ("mark doing setup", "doing"),
        ("done setup", "done"),
        ("skip setup", "skipped"),
    ],
)
def test_each_status_is_said_in_one_line_with_the_way_back(course: Shell, line: str, said: str) -> None:
    receipt, moved = course.ok(line).splitlines()
    assert moved.startswith("section 1: ")
    assert receipt.startswith(f"{said}: 1.1 setup, Set it up; ")
    assert "llmpath undo" in receipt
    assert status(course, "setup") == said


@pytest.mark.parametrize("line", ["mark todo setup", "todo setup"])
def test_todo_means_never_done(course: Shell, line: str) -> None:
    course.ok("mark done setup")
    assert course.ok(line).startswith("todo: 1.1 setup, Set it up; ")
    assert (status(course, "setup"), node(course, "setup")["seconds_done"]) == ("todo", 0)


def test_what_is_so_already_is_said_and_not_written(course: Shell) -> None:
    course.ok("mark done setup --on 2026-11-12")
    before = (course.state / "progress.toml").read_bytes()
    assert course.ok("mark done setup") == "already done since 12 Nov: 1.1 setup, Set it up\n"
    assert (course.state / "progress.toml").read_bytes() == before
    document = answer(course, "mark done setup")
    assert document["changed"] == []
    assert document["unchanged"] == [
        {"number": "1.1", "id": "setup", "key": "mine#setup", "status": "done", "also": []}
    ]


def test_a_day_of_another_year_is_said_with_its_year(course: Shell) -> None:
    course.ok("mark done setup --on 2025-11-12")
    assert course.ok("mark done setup").startswith("already done since 12 Nov 2025: ")


def test_todo_of_what_was_never_begun_writes_nothing(course: Shell) -> None:
    assert course.ok("mark todo setup").startswith("already todo")
    assert not (course.state / "progress.toml").exists()


def test_the_status_of_a_receipt_is_the_one_after_the_mark(course: Shell) -> None:
    assert answer(course, "mark done lessons/1") == {
        "schema": 1,
        "changed": [
            {"number": "1.2.1", "id": "lessons/1", "key": "mine#lessons/one", "status": "done", "also": []}
        ],
        "unchanged": [],
    }


def test_done_on_a_container_goes_to_all_its_leaves(course: Shell) -> None:
    course.ok("mark skipped lessons/2")
    course.ok("mark done lessons")
    assert lessons(course) == ["done", "done", "done"]
    assert status(course, "start") == "doing"
    course.ok("mark done start")
    assert (status(course, "start"), status(course, "setup")) == ("done", "done")


def test_todo_on_a_container_goes_to_all_its_leaves(course: Shell) -> None:
    course.ok("mark done start")
    course.ok("mark todo lessons")
    assert lessons(course) == ["todo", "todo", "todo"]
    assert status(course, "setup") == "done"


def test_skipped_on_a_container_goes_to_the_unfinished_leaves(course: Shell) -> None:
    course.ok("mark done lessons/1")
    course.ok("mark skipped lessons")
    assert lessons(course) == ["done", "skipped", "skipped"]
    assert status(course, "lessons") == "done"


def test_doing_on_a_container_goes_to_its_first_unfinished_leaf(course: Shell) -> None:
    course.ok("mark done lessons/1")
    course.ok("mark doing lessons")
    assert lessons(course) == ["done", "doing", "todo"]


def test_skipping_alone_starts_nothing(course: Shell) -> None:
    course.ok("mark skipped lessons/1")
    assert (status(course, "lessons"), status(course, "start")) == ("todo", "todo")
    course.ok("mark done lessons/2")
    assert status(course, "lessons") == "doing"


def test_doing_of_what_is_finished_is_refused(course: Shell) -> None:
    course.ok("mark done lessons")
    result = course("mark doing lessons")
    assert (result.stdout, result.code) == ("", 1)
    assert "llmpath mark todo lessons" in result.stderr
    assert lessons(course) == ["done", "done", "done"]


@pytest.mark.usefixtures("browser")
def test_doing_of_what_is_finished_names_it_where_the_curriculum_no_longer_has_it(
    run: Shell, curriculum: Callable[[str], Path]
) -> None:
    run.ok("open micrograd")
    run.ok("mark done micrograd")
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(COURSE))
    assert run("mark doing").stderr == (
        "llmpath: The spelled-out intro to neural networks and backpropagation: building micrograd is done "
        "and stays so. To learn it again: llmpath mark todo youtube:VMj-3S1tku0\n"
    )
    run.ok("mark todo youtube:VMj-3S1tku0")
    assert "llmpath mark doing youtube:VMj-3S1tku0@12:30" in run("mark done @12:30").stderr
    run.ok("mark doing youtube:VMj-3S1tku0@12:30")


def test_several_refs_have_a_receipt_each_and_one_way_back(course: Shell) -> None:
    said = course.ok("mark done setup 1.2.2").splitlines()
    assert [line.partition(",")[0] for line in said[:2]] == ["done: 1.1 setup", "done: 1.2.2 lessons/2"]
    assert [line.count("llmpath undo") for line in said] == [0, 1, 0]
    course.ok("undo")
    assert [status(course, "setup"), *lessons(course)] == ["todo"] * 4


@pytest.mark.parametrize("refs", ["setup nothing-like-it", "nothing-like-it setup", "setup 9", "setup ''"])
def test_several_refs_are_all_or_nothing(course: Shell, refs: str) -> None:
    result = course(f"mark done {refs}")
    assert (result.stdout, result.code) == ("", 2)
    assert status(course, "setup") == "todo"
    assert not (course.state / "progress.toml").exists()


def test_without_a_ref_it_is_what_was_opened_last(run: Shell, browser: Callable[[], list[str]]) -> None:
    run.ok("open vectors")
    run.ok("open tensors")
    assert run.ok("mark done").startswith("done: 6.3 tensors, ")
    assert run.ok("mark done last").startswith("already done since 24 Nov: 6.3 tensors, ")
    assert len(browser()) == 2


@pytest.mark.parametrize("line", ["mark done", "done", "skip", "todo", "mark done last"])
def test_without_a_ref_and_nothing_opened_yet(course: Shell, line: str) -> None:
    result = course(line)
    assert (result.stdout, result.code) == ("", 2)
    assert result.stderr.startswith("llmpath: nothing was opened yet. ")
    assert "llmpath open next" in result.stderr


def test_a_thing_that_stands_in_two_places_is_one_thing(run: Shell) -> None:
    assert "(also 1.1.1)" in run.ok("mark done micrograd")
    assert "(also 4.1.5)" in run.ok("mark todo 1.1.1.5")
    assert [status(run, ref) for ref in ("4.1.5", "4.1.4", "1.1.1.4", "1.1.1")] == [
        "todo", "done", "done", "doing",
    ]  # fmt: skip
    (changed,) = answer(run, "mark done 1.1.1.5")["changed"]
    assert (changed["id"], changed["also"]) == ("zero-to-hero/1/5", ["4.1.5"])


def test_all_chapters_are_the_whole_video(run: Shell) -> None:
    run.ok(["mark", "done", *(f"4.1.{number}" for number in range(1, 23))])
    shown = node(run, "micrograd")
    assert (shown["status"], shown["seconds_done"], shown["fraction"]) == ("done", 8752, 1.0)


def test_progress_goes_by_the_link_and_not_by_the_curriculum(
    run: Shell, curriculum: Callable[[str], Path]
) -> None:
    video = 'id = "intro"\nkind = "video"\ntitle = "Other"\nurl = "https://m.youtube.com/watch?v=VMj-3S1tku0"'
    path = curriculum(f'[[sections]]\nid = "s"\ntitle = "S"\n[[sections.resources]]\n{video}\n')
    run.ok(f"mark done intro -c {path}")
    assert status(run, "micrograd") == "done"
    run.ok("mark skipped zero-to-hero/1")
    assert status(run, f"intro -c {path}") == "skipped"
