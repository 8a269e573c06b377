import json
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.answers import answer, node, status
from shell import Shell

MICROGRAD = "https://www.youtube.com/watch?v=VMj-3S1tku0"
PLAYLIST = "https://www.youtube.com/playlist?list=PL2zRqk16wsdo3VJmrusPU6xXHk37RuKzi"
Opened = Callable[[], list[str]]


def test_without_a_ref_it_opens_what_is_next(run: Shell, browser: Opened) -> None:
    (receipt,) = run.ok("open").splitlines()
    assert receipt.startswith("opened: 4.1 micrograd, The spelled-out intro to neural networks")
    assert MICROGRAD in receipt
    assert "llmpath undo" in receipt
    assert browser() == [MICROGRAD]
    assert status(run, "micrograd") == "doing"


def test_next_and_a_kind_are_two_words(run: Shell, browser: Opened) -> None:
    run.ok("open next course")
    run.ok("mark done calculus micrograd zero-to-hero")
    run.ok("open next video")
    assert browser() == [
        "https://brilliant.org/courses/calculus-nutshell/",
        "https://www.youtube.com/watch?v=hVM8qGRTaOA",
    ]


def test_it_is_recorded_before_it_is_opened(run: Shell, tmp_path: Path) -> None:
    copy, script = tmp_path / "progress-when-opened", tmp_path / "copies"
    progress = shlex.quote(str(run.state / "progress.toml"))
    script.write_text(f"#!/bin/sh\ncp {progress} {shlex.quote(str(copy))}\n")
    script.chmod(0o755)
    run.environ["BROWSER"] = str(script)
    run.ok("open micrograd")
    assert '[items."youtube:VMj-3S1tku0".opened]' in copy.read_text()


def test_a_video_goes_on_where_it_was_left_in_every_place(run: Shell, browser: Opened) -> None:
    run.ok("mark done 4.1.1 4.1.2 4.1.3")
    assert " at 14:12 (" in run.ok("open micrograd")
    run.ok("open zero-to-hero/1")
    assert browser() == [f"{MICROGRAD}&t=852s"] * 2


def test_from_start_opens_the_link_as_it_is(run: Shell, browser: Opened) -> None:
    run.ok("mark done 4.1.1 4.1.2 4.1.3")
    run.ok("open micrograd --from-start")
    assert browser() == [MICROGRAD]


def test_a_link_with_a_start_begins_there(run: Shell, browser: Opened) -> None:
    run.ok("open how-networks-work")
    run.ok("open how-networks-work --from-start")
    assert browser() == ["https://www.youtube.com/watch?v=ILsA4nyG7I0&t=596s"] * 2


def test_a_chapter_opens_at_its_beginning(run: Shell, browser: Opened) -> None:
    run.ok("open 4.1.3")
    assert browser() == [f"{MICROGRAD}&t=488s"]
    assert status(run, "micrograd") == "doing"


@pytest.mark.parametrize("moment", ["?t=1h8m20s", "?si=abc&t=4100", "#t=4100s", "?start=4100"])
def test_a_link_that_was_copied_at_a_moment_opens_there(run: Shell, browser: Opened, moment: str) -> None:
    run.ok(["open", f"https://youtu.be/VMj-3S1tku0{moment}"])
    assert browser() == [f"{MICROGRAD}&t=4100s"]


@pytest.mark.parametrize("said", ["done", "skipped"])
def test_what_is_finished_stays_so_and_opens_from_its_beginning(
    run: Shell, browser: Opened, said: str
) -> None:
    run.ok(f"mark {said} micrograd")
    run.ok("open micrograd")
    assert status(run, "micrograd") == said
    assert browser() == [MICROGRAD]


def test_opened_is_never_done(run: Shell, browser: Opened) -> None:
    run.ok("open vectors")
    run.ok("open vectors")
    shown = node(run, "vectors")
    assert (shown["status"], shown["seconds_done"]) == ("doing", 0)
    assert len(browser()) == 2


def test_a_container_opens_its_next_leaf(run: Shell, browser: Opened) -> None:
    run.ok("mark done essence-of-calculus/1")
    run.ok("mark skipped essence-of-calculus/2")
    assert run.ok("open essence-of-calculus").startswith("opened: 6.4.3 essence-of-calculus/3, ")
    run.ok("mark done calculus")
    assert run.ok("open maths").startswith("opened: 6.4.3 essence-of-calculus/3, ")
    run.ok("open karpathy")
    assert browser()[1:] == ["https://www.youtube.com/watch?v=S0_qX4VJhMQ", MICROGRAD]


def test_a_finished_playlist_opens_itself(run: Shell, browser: Opened) -> None:
    run.ok("mark done first-principles")
    run.ok("open first-principles")
    assert browser() == [PLAYLIST]


def test_a_part_without_a_link_opens_its_playlist_and_is_named(run: Shell, browser: Opened) -> None:
    said = run.ok("open 5.2.4")
    assert "5.2.4 first-principles/4, Activation Function" in said
    assert PLAYLIST in said
    assert browser() == [PLAYLIST]
    assert status(run, "5.2.4") == "doing"
    printed = run("open 5.2.4 --print")
    assert (printed.stdout, printed.code) == (f"{PLAYLIST}\n", 0)
    assert printed.stderr == "llmpath: look there for 5.2.4 Activation Function\n"


def test_a_thing_without_any_link_is_not_opened_or_recorded(
    run: Shell, browser: Opened, curriculum: Callable[[str], Path]
) -> None:
    task = '[[sections.resources]]\nid = "setup"\nkind = "task"\ntitle = "Set it up"\n'
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(f'[[sections]]\nid = "s"\ntitle = "S"\n{task}'))
    result = run("open setup")
    assert (result.stdout, result.code) == ("", 1)
    assert result.stderr.startswith('llmpath: 1.1 setup has no link: "Set it up". ')
    assert result.stderr.endswith("llmpath mark done setup\n")
    assert browser() == []
    assert status(run, "setup") == "todo"
    assert not (run.state / "progress.toml").exists()


@pytest.mark.usefixtures("browser")
def test_a_thing_without_any_link_is_named_where_the_curriculum_no_longer_has_it(
    run: Shell, curriculum: Callable[[str], Path]
) -> None:
    task = '[[sections.resources]]\nid = "setup"\nkind = "task"\ntitle = "Set it up"\n'
    path = curriculum(f'[[sections]]\nid = "s"\ntitle = "S"\n{task}')
    run.ok(f"mark doing setup -c {path}")
    assert run("open mine#setup").stderr == (
        "llmpath: Set it up has no link. When you have done it: llmpath mark done 'mine#setup'\n"
    )
    run.ok("mark done 'mine#setup'")


def test_several_refs_open_each_and_one_undo_takes_them_back(run: Shell, browser: Opened) -> None:
    before = run.ok("list --json")
    assert run.ok("open tensors vectors 4.1.2").count("opened: ") == 3
    assert browser() == [
        "https://www.youtube.com/watch?v=k2FP-T6S1x0",
        "https://brilliant.org/courses/vectors/",
        f"{MICROGRAD}&t=25s",
    ]
    run.ok("undo")
    assert run.ok("list --json") == before


@pytest.mark.parametrize(
    "refs", ["tensors vectors nowhere", "nowhere tensors", "1 2 3 4 5 6 7 8 6.1 6.2 6.3"]
)
def test_one_ref_too_many_or_unknown_opens_nothing(run: Shell, browser: Opened, refs: str) -> None:
    before = run.ok("list --json")
    result = run(f"open {refs}")
    assert (result.stdout, result.code) == ("", 2)
    assert browser() == []
    assert run.ok("list --json") == before


def test_ten_things_at_once_are_not_too_many(run: Shell, browser: Opened) -> None:
    run.ok("open 1.1.1 1.1.2 1.1.3 1.1.4 1.1.5 1.1.6 1.1.7 1.1.8 1.1.9 1.1.10")
    assert len(browser()) == 10


def test_print_gives_the_links_alone_and_records_nothing(run: Shell, browser: Opened) -> None:
    run.ok("mark done 4.1.1 4.1.2 4.1.3")
    before = run.ok("list --json")
    assert run.ok("open micrograd vectors --print") == (
        f"{MICROGRAD}&t=852s\nhttps://brilliant.org/courses/vectors/\n"
    )
    assert run.ok("open --print --from-start") == f"{MICROGRAD}\n"
    assert browser() == []
    assert run.ok("list --json") == before
    assert (answer(run, "open --print")["recorded"], answer(run, "open --print")["opened"]) == (False, False)


def test_nothing_left_to_open_is_no_failure(
    run: Shell, browser: Opened, curriculum: Callable[[str], Path]
) -> None:
    clip = '[[sections.resources]]\nid = "clip"\nkind = "video"\ntitle = "A"\nurl = "https://example.org/a"\n'
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(f'[[sections]]\nid = "s"\ntitle = "S"\n{clip}'))
    run.ok("mark done clip")
    assert [run(line).code for line in ("open", "open next", "open next book", "open s")] == [0, 0, 0, 0]
    assert json.loads(run("open --json").stdout) == {
        "schema": 1, "links": [], "recorded": False, "opened": False, "sent": False,
    }  # fmt: skip
    assert browser() == []


@pytest.mark.parametrize("refs", ["1..8", "..8"])
def test_what_is_finished_of_a_range_is_left_out_and_named(run: Shell, browser: Opened, refs: str) -> None:
    run.ok("mark done word-embeddings")
    run.ok("mark skipped transformers 4")
    result = run(f"open {refs}")
    assert (result.stdout.count("opened: "), result.code) == (6, 0)
    assert result.stderr == (
        "llmpath: left out 2 embeddings, 4 building-micrograd: all of it is done or skipped\n"
    )
    assert len(browser()) == 6


def test_where_all_of_it_is_finished_nothing_opens(run: Shell, browser: Opened) -> None:
    run.ok("mark done 2 4")
    result = run("open 2 4 --json")
    assert (json.loads(result.stdout)["links"], result.code) == ([], 0)
    assert result.stderr == ("llmpath: all of 2 embeddings, 4 building-micrograd is done or skipped\n")
    assert browser() == []


BOUNDED = """
[[sections]]
id = "s"
title = "S"
[[sections.resources]]
id = "bounded"
kind = "video"
title = "Bounded"
url = "https://youtu.be/VMj-3S1tku0"
start = "10:00"
duration = "1:00:00"
chapters = [{ start = "0:00", title = "Before" }, { start = "5:00", title = "In" }]
[[sections.resources]]
id = "elsewhere"
kind = "video"
title = "Elsewhere"
url = "https://example.org/film"
duration = "1:00:00"
"""


def test_a_chapter_opens_no_earlier_than_what_is_to_be_learned(
    run: Shell, browser: Opened, curriculum: Callable[[str], Path]
) -> None:
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(BOUNDED))
    run.ok("open bounded/1 bounded/2")
    assert browser() == [f"{MICROGRAD}&t=600s"] * 2


def test_a_receipt_says_a_moment_only_where_the_link_goes_there(
    run: Shell, browser: Opened, curriculum: Callable[[str], Path]
) -> None:
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(BOUNDED))
    run.ok("mark doing elsewhere@12:30")
    assert "12:30" not in run.ok("open elsewhere")
    assert browser() == ["https://example.org/film"]


def test_where_nothing_fits_the_shortest_piece_is_named_and_no_link_given(path: Shell) -> None:
    result = path("open next --for 10s --json")
    assert (json.loads(result.stdout)["links"], result.code) == ([], 0)
    assert result.stderr == (
        "llmpath: nothing fits into 10 s; the shortest piece: 1.3.1 talk/1, Hello, 5 m\n"
    )
    path.ok("mark done lessons")
    path.ok("config speed 2")
    assert path("open next task --for 5m").stderr == (
        "llmpath: nothing fits into 5 m; the shortest piece: 1.1 setup, Set it up, ~10 m\n"
    )


def test_where_nothing_of_a_kind_is_left_no_time_is_too_short(path: Shell) -> None:
    path.ok("mark done lessons")
    for kind, said in (
        ("course", "no course is left: all are done or skipped"),
        ("book", "there is no book in this curriculum"),
    ):
        assert path(f"open next {kind} --for 25m") == ("", f"llmpath: {said}\n", 0)
        assert path(f"open next {kind}") == ("", f"llmpath: {said}\n", 0)


@pytest.mark.parametrize(
    ("refs", "moments"),
    [
        ("micrograd@1:00 micrograd@2:00", ["&t=60s", "&t=120s"]),
        ("micrograd micrograd/1", ["&t=1930s", "&t=0s"]),
        ("micrograd/1 micrograd", ["&t=0s", "&t=1930s"]),
        ("micrograd 1.1.1", ["&t=1930s"]),
        ("micrograd/2 1.1.1.2", ["&t=25s"]),
    ],
)
def test_only_what_is_the_same_opens_once(run: Shell, refs: str, moments: list[str]) -> None:
    run.ok("mark doing micrograd@32:10")
    assert run.ok(f"open --print {refs}").splitlines() == [MICROGRAD + moment for moment in moments]
