"""Moments: the second of a video that a ref names, and what is said with it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cli.answers import answer, node
from shell import Shell

LINK = "https://www.youtube.com/watch?v=VMj-3S1tku0"


def chapters(run: Shell, status: str) -> list[int]:
    video: dict[str, Any] = node(run, "micrograd")
    return [at for at, chapter in enumerate(video["parts"], 1) if chapter["status"] == status]


@pytest.mark.parametrize(
    "ref",
    [
        "micrograd@30:00", "micrograd@0:30:00", "micrograd@1800", "micrograd@1800s", "micrograd@30m",
        "4.1@0h30m", "micro@30M00S", "youtube:VMj-3S1tku0@30:00", "zero-to-hero/1@30:00", "4.1.5@30:00",
        f"'{LINK}&t=1800'", "'https://youtu.be/VMj-3S1tku0?si=x&t=30m'", f"'{LINK}#t=1800s'",
        f"'{LINK}&start=1800'",
    ],
)  # fmt: skip
def test_watched_up_to_a_moment_however_it_is_spelled(run: Shell, ref: str) -> None:
    run.ok(f"mark doing {ref}")
    video = node(run, "micrograd")
    assert chapters(run, "done") == [1, 2, 3, 4]
    assert (video["status"], video["seconds_done"], video["resume_url"]) == ("doing", 1800, f"{LINK}&t=1800s")


def test_at_alone_is_on_what_was_opened_last(run: Shell, browser: Callable[[], list[str]]) -> None:
    run.ok("open micrograd")
    run.ok("mark doing @12:30")
    assert node(run, "micrograd")["resume_url"] == f"{LINK}&t=750s"
    assert browser() == [LINK]


def test_what_is_skipped_stays_skipped_before_the_moment(run: Shell) -> None:
    run.ok("mark skipped micrograd/2..3")
    run.ok("mark doing micrograd@30:00")
    assert chapters(run, "skipped") == [2, 3]
    assert chapters(run, "done")[:2] == [1, 4]


def test_watched_to_the_end_is_done(run: Shell) -> None:
    receipt = run.ok("mark doing micrograd@2:25:52").splitlines()
    assert receipt[1] == "micrograd: 22 of 22 chapters done, nothing left"
    assert node(run, "micrograd")["status"] == "done"


def test_the_receipt_says_how_far_and_how_much_is_left(run: Shell) -> None:
    receipt, moved = run.ok("mark doing micrograd@1:08:20").splitlines()
    assert receipt.startswith("doing: up to 1:08:20 of 4.1 micrograd, The spelled-out intro")
    assert receipt.endswith("; llmpath undo takes it back")
    assert moved == "micrograd: 8 of 22 chapters done, 1 h 17 m left"


def test_of_several_moments_the_receipt_says_the_last_which_holds(run: Shell) -> None:
    (receipt, _) = run.ok("mark doing micrograd@2:00 micrograd@5:00").splitlines()
    assert receipt.startswith("doing: up to 5:00 of 4.1 micrograd, ")
    assert node(run, "micrograd")["resume_url"] == f"{LINK}&t=300s"


def test_said_again_it_is_so_already_and_nothing_is_written(run: Shell) -> None:
    run.ok("mark doing micrograd@30:00")
    before = (run.state / "progress.toml").read_bytes()
    assert run.ok("mark doing micrograd@30:00").startswith("already doing since 24 Nov: ")
    assert (run.state / "progress.toml").read_bytes() == before
    run.ok("mark doing micrograd@40:00")
    assert node(run, "micrograd")["resume_url"] == f"{LINK}&t=2400s"


def test_stopped_earlier_takes_back_nothing_that_was_seen(run: Shell) -> None:
    run.ok("mark doing micrograd@40:00")
    seconds = node(run, "micrograd")["seconds_done"]
    run.ok("mark doing micrograd@30:00")
    assert node(run, "micrograd")["seconds_done"] == seconds


def test_undo_brings_back_where_it_was_stopped_before(run: Shell) -> None:
    run.ok("mark doing micrograd@30:00")
    before = answer(run, "list")
    run.ok("mark doing micrograd@1:00:00")
    run.ok("undo")
    assert answer(run, "list") == before
    run.ok("redo")
    assert node(run, "micrograd")["resume_url"] == f"{LINK}&t=3600s"


def test_a_chapter_that_is_begun_is_where_one_goes_on(run: Shell) -> None:
    run.ok("mark doing micrograd/5")
    video = node(run, "micrograd")
    assert (video["status"], video["seconds_done"]) == ("doing", 0)
    assert video["resume_url"] == f"{LINK}&t={video['parts'][4]['start']}s"
    assert run.ok("mark doing micrograd/5").startswith("already ")


def test_a_date_goes_with_a_moment(run: Shell) -> None:
    run.ok("mark doing micrograd@30:00 --on 2026-11-20")
    days = answer(run, "progress")["active_days_28"]
    assert days == 1
    history = answer(run, "show micrograd")["history"]
    assert {entry["on"] for entry in history} == {"2026-11-20"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("mark doing micrograd@5:00:00", "4.1 micrograd ends at 2:25:52"),
        (f"mark doing '{LINK}&t=99999'", "4.1 micrograd ends at 2:25:52"),
        ("open micrograd@5:00:00", "4.1 micrograd ends at 2:25:52"),
        (f"open '{LINK}&t=99999'", "4.1 micrograd ends at 2:25:52"),
        ("mark doing maths@5", "6 maths has no timeline. Name a video in it."),
        ("mark doing zero-to-hero@5", "1.1 zero-to-hero has no timeline. Name a video in it."),
        ("mark doing vectors@5", "6.2 vectors has no timeline"),
        ("open micrograd/3@1:00:00", "4.1.3 micrograd/3 is the chapter from 8:08 to 14:12"),
        ("mark done micrograd@12:30", "a moment cannot be done"),
        ("mark skipped micrograd@12:30", "a moment cannot be skipped"),
        ("mark doing micrograd@soon", '"soon" is not a moment'),
        ("mark doing micrograd@", '"" is not a moment'),
        ("mark doing micrograd@-5", '"-5" is not a moment'),
        ("mark doing micrograd@12:75", '"12:75" is not a moment'),
        ("mark doing @12:30", "nothing was opened yet"),
        ("mark doing nowhere@12:30", 'nothing is called "nowhere"'),
    ],
)
def test_a_wrong_moment_is_refused_and_nothing_is_recorded(run: Shell, line: str, said: str) -> None:
    refused = run(line)
    assert (refused.code, refused.stdout, refused.stderr.count("\n")) == (2, "", 1)
    assert said in refused.stderr
    assert not run.state.exists()


def test_other_commands_ignore_the_moment_of_a_link(run: Shell) -> None:
    for line in ("mark done", "show", "list"):
        run.ok([*line.split(), f"{LINK}&t=99999"])
    assert node(run, "micrograd")["status"] == "done"


def test_a_video_of_unknown_length_or_with_a_start_has_moments_too(
    run: Shell, curriculum: Callable[[str], Path]
) -> None:
    resource = '[[sections.resources]]\nkind = "video"\n'
    run.environ["LLMPATH_CURRICULUM"] = str(
        curriculum(
            '[[sections]]\nid = "s"\ntitle = "S"\n'
            f'{resource}id = "open"\ntitle = "Open"\nurl = "https://youtu.be/aaaaaaaaaaa"\n'
            f'{resource}id = "late"\ntitle = "Late"\nurl = "https://youtu.be/bbbbbbbbbbb"\n'
            'start = "10:00"\nduration = "1:00:00"\n'
        )
    )
    run.ok("mark doing open@3:00:00")
    assert node(run, "open")["status"] == "doing"
    early = run("mark doing late@5:00")
    assert (early.code, early.stderr) == (2, "llmpath: 1.2 late begins at 10:00 here. Name a later moment.\n")
    run.ok("mark doing late@20:00")
    assert node(run, "late")["seconds_done"] == 600


def test_open_at_a_moment_a_chapter_and_where_one_stopped(
    run: Shell, browser: Callable[[], list[str]]
) -> None:
    run.ok("mark doing micrograd@30:00")
    for ref in ("micrograd", "micrograd@12:30", "micrograd/3", f"{LINK}&t=90"):
        run.ok(["open", ref])
    assert [link.removeprefix(LINK) for link in browser()] == ["&t=1800s", "&t=750s", "&t=488s", "&t=90s"]


UNKNOWN = """
[[sections]]
id = "s"
title = "S"
[[sections.resources]]
id = "open"
kind = "video"
title = "Open"
url = "https://youtu.be/aaaaaaaaaaa"
"""


def test_of_a_video_watched_beyond_its_estimate_a_minute_is_left(
    run: Shell, curriculum: Callable[[str], Path]
) -> None:
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(UNKNOWN))
    receipt, moved = run.ok("mark doing open@99:59:59").splitlines()
    assert receipt.startswith("doing: up to 99:59:59 of 1.1 open, Open")
    assert moved == "section 1: 0 of 1 resource done, ~1 m left"
    assert "99%" in run.ok("progress")
    run.ok("mark doing open@2000:00:00")
    assert (node(run, "open")["fraction"], node(run, "s")["fraction"]) == (0.9999, 0.9999)
    run.ok("mark done open")
    assert node(run, "open")["fraction"] == 1.0


BOUNDED = """
[[sections]]
id = "s"
title = "S"
[[sections.resources]]
id = "bounded"
kind = "video"
title = "Bounded"
url = "https://youtu.be/aaaaaaaaaaa"
start = "10:00"
end = "30:00"
chapters = [
  { start = "0:00", title = "Before" },
  { start = "10:00", title = "One" },
  { start = "20:00", title = "Two" },
  { start = "30:00", title = "After" },
]
"""


def test_chapters_outside_of_what_is_to_be_learned_are_no_work(
    run: Shell, curriculum: Callable[[str], Path]
) -> None:
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(BOUNDED))
    assert run.ok("mark done bounded/2").splitlines()[1] == "bounded: 1 of 2 chapters done, 10 m left"
    assert run.ok("mark done bounded/3").splitlines()[1] == "bounded: 2 of 2 chapters done, nothing left"
