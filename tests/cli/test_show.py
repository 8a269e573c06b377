from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from cli.answers import answer, rows, screen
from shell import Shell

LINK = "https://www.youtube.com/watch?v=VMj-3S1tku0"
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
after = ["setup"]
links = [{ title = "Slides", url = "https://example.org/slides.pdf" }]
parts = [
  { title = "Long", duration = "30:00" },
  { title = "Short", duration = "10:00" },
  { title = "Shorter", duration = "9:00" },
]
"""


def line_of(text: str, name: str) -> str:
    """Return the value that a screen gives a fact of this name."""
    (line,) = [line for line in text.splitlines() if line.startswith(f"{name} ")]
    return line.removeprefix(name).strip()


@pytest.mark.parametrize("columns", [80, 40, None])
def test_whole_screen(run: Shell, columns: int | None, snapshot: SnapshotAssertion) -> None:
    run.ok("mark done 4.1.1 4.1.2 4.1.3 --on 2026-11-20")
    run.ok("mark skipped 4.1.4")
    assert screen(run, "show micrograd", columns) == snapshot


def test_link_author_length_and_the_other_place(run: Shell) -> None:
    text = run.ok("show micrograd")
    assert "4.1 micrograd" in text.splitlines()[0]
    assert line_of(text, "link") == "https://www.youtube.com/watch?v=VMj-3S1tku0"
    assert line_of(text, "author") == "Andrej Karpathy"
    assert line_of(text, "length") == "2 h 26 m"
    assert line_of(text, "also at") == "1.1.1"


def test_without_a_ref_it_is_what_was_opened_last(run: Shell, browser: Callable[[], list[str]]) -> None:
    run.ok("open tensors")
    run.ok("open vectors")
    run.ok("mark done calculus")
    assert answer(run, "show")["node"]["id"] == "vectors"
    assert browser() == [
        "https://www.youtube.com/watch?v=k2FP-T6S1x0",
        "https://brilliant.org/courses/vectors/",
    ]


def test_chapters_stand_with_their_status_beginning_and_length(run: Shell) -> None:
    run.ok("mark done 4.1.3")
    listed = rows(run.ok("show micrograd"))
    assert ["4.1.3", "done", "8:08", "Derivative of a simple function with one input", "6 m"] in listed
    assert ["4.1.22", "todo", "2:25:20", "Outtakes :)", "32 s"] in listed


def test_it_says_where_the_video_goes_on(run: Shell) -> None:
    assert "&t=" not in run.ok("show micrograd")
    run.ok("mark done 4.1.1 4.1.2 4.1.3 4.1.4")
    assert line_of(run.ok("show micrograd"), "resume") == f"19:09  {LINK}&t=1149s"


def test_where_a_long_video_goes_on_stands_apart_from_its_link(run: Shell) -> None:
    run.ok("mark doing micrograd@1:15:00")
    assert line_of(run.ok("show micrograd"), "resume") == f"1:15:00  {LINK}&t=4500s"


def test_what_was_skipped_in_a_started_thing_is_named(run: Shell) -> None:
    run.ok("mark done 4.1.1 4.1.2 4.1.3")
    run.ok("mark skipped 4.1.4")
    assert line_of(run.ok("show micrograd"), "status") == "doing, 10% done, 1 skipped"


@pytest.mark.parametrize(
    ("done", "skipped", "said"),
    [
        ("lessons/1", "lessons/2 lessons/3", "done, 2 skipped"),
        ("lessons/2 lessons/3", "lessons/1", "skipped, 2 done"),
        ("lessons", "", "done"),
        ("", "lessons", "skipped"),
    ],
)
def test_the_other_part_of_a_finished_thing_is_named(
    run: Shell, curriculum: Callable[[str], Path], done: str, skipped: str, said: str
) -> None:
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(COURSE))
    for status, refs in (("done", done), ("skipped", skipped)):
        if refs:
            run.ok(f"mark {status} {refs}")
    assert line_of(run.ok("show lessons"), "status") == said


def test_companions_and_what_it_comes_after(run: Shell, curriculum: Callable[[str], Path]) -> None:
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(COURSE))
    text = run.ok("show lessons")
    assert line_of(text, "after") == "setup"
    assert line_of(text, "see also") == "Slides: https://example.org/slides.pdf"


def test_a_section_shows_its_resources(run: Shell) -> None:
    listed = rows(run.ok("show attention"))
    assert [row[0] for row in listed if row[0].startswith("3.")] == ["3.1", "3.2"]


def test_the_note_of_the_curriculum_stands_in_text_and_json(run: Shell) -> None:
    note = "This one gives some basic visualization"
    assert note in run.ok("show word-embeddings").splitlines()
    assert answer(run, "show word-embeddings")["note"] == note
    assert answer(run, "show embeddings")["note"].startswith("The following are a few resources")


@pytest.mark.usefixtures("browser")
def test_history_is_newest_first_with_the_day_it_was_learned(run: Shell) -> None:
    run.ok("open vectors")
    run.ok("mark done vectors --on 2026-11-12")
    history = answer(run, "show vectors")["history"]
    assert [(entry["command"], entry["status"], entry["on"]) for entry in history] == [
        ("mark done", "done", "2026-11-12"),
        ("open", None, "2026-11-24"),
    ]
    assert [entry["at"] for entry in history] == sorted((entry["at"] for entry in history), reverse=True)
    assert answer(run, "show tensors")["history"] == []


def test_history_tells_in_one_entry_what_one_command_said(run: Shell) -> None:
    run.ok("mark doing micrograd@12:30")
    run.ok("mark done micrograd/..5")
    commands = [entry["command"] for entry in answer(run, "show micrograd")["history"]]
    assert commands == ["mark done 8:08-32:10", "mark doing 0:00-12:30"]


def test_history_stands_apart_from_its_day_whatever_year_that_is(run: Shell) -> None:
    run.ok("mark done micrograd/1 --on 2025-12-31")
    run.ok("mark done micrograd/2")
    assert run.ok("show micrograd").splitlines()[-2:] == [
        "24 Nov       mark done 0:25-8:08",
        "31 Dec 2025  mark done 0:00-0:25",
    ]


def test_a_thing_that_the_curriculum_no_longer_has(run: Shell, curriculum: Callable[[str], Path]) -> None:
    run.ok("mark done micrograd")
    path = curriculum(COURSE)
    shown = answer(run, f"show youtube:VMj-3S1tku0 -c {path}")
    assert (shown["node"]["number"], shown["node"]["id"], shown["places"]) == (None, None, [])
    assert shown["node"]["title"].endswith("building micrograd")
    assert (shown["node"]["kind"], shown["node"]["status"]) == ("video", "done")


def test_it_takes_one_ref(run: Shell) -> None:
    result = run("show micrograd vectors")
    assert (result.code, result.stdout) == (2, "")
    assert result.stderr.startswith("llmpath: show takes one ref")


def test_nothing_stands_behind_the_last_line(run: Shell) -> None:
    assert run.ok("show attention-step-by-step").endswith("\n")
    assert not run.ok("show attention-step-by-step").endswith("\n\n")
