"""`next --for`: what fits into the time there is. `next --short`: a line for prompts."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cli.answers import answer, rows, screen
from shell import Shell

KARPATHY = "https://www.youtube.com/watch?v=VMj-3S1tku0"


def packed(run: Shell, line: str) -> list[tuple[str, int]]:
    """Return number and seconds left of each piece."""
    return [(piece["number"], piece["seconds_left"]) for piece in answer(run, line)["next"]]


def test_chapters_from_where_the_learner_goes_on_and_what_is_left_over(path: Shell) -> None:
    path.ok("mark done talk/1")
    assert rows(path.ok("next --for 15m")) == [
        ["1.3.2 talk/2", "Middle", "10 m"],
        ["1.3.3 talk/3", "End", "5 m"],
        ["15 m: 2 pieces, nothing left over"],
    ]
    assert path.ok("next --for 12m").splitlines()[-1] == "12 m: 1 piece, 2 m left over"


def test_a_piece_that_does_not_fit_is_passed_over_and_nothing_that_fits_is_left_out(path: Shell) -> None:
    path.ok("mark done talk/1")
    assert packed(path, "next --for 9m") == [("1.3.3", 300)]
    assert packed(path, "next --for 48m") == [("1.3.2", 600), ("1.3.3", 300), ("1.1", 1200)]


def test_a_length_that_is_not_known_is_estimated_and_says_so(path: Shell) -> None:
    path.ok("mark done talk setup lessons/1")
    assert rows(path.ok("next --for 1h"))[0] == ["1.2.2 lessons/2", "Two", "~30 m"]
    assert path.ok("next --for 40m").splitlines()[-1] == "40 m: 1 piece, ~10 m left over"
    (piece,) = answer(path, "next --for 40m")["next"]
    assert (piece["seconds"], piece["seconds_left"], piece["left_estimated"]) == (None, 1800, True)


def test_what_is_left_of_a_chapter_counts_and_not_its_length(path: Shell) -> None:
    state = path.state / "progress.toml"
    path.ok("mark done talk/1")
    state.write_text(state.read_text().replace('"0:00-5:00"', '"0:00-12:00"'))
    assert packed(path, "next --for 5m") == [("1.3.2", 180)]
    (piece,) = answer(path, "next --for 3m")["next"]
    assert (piece["seconds"], piece["seconds_done"]) == (600, 420)
    assert piece["resume_url"] == f"{KARPATHY}&t=720s"


def test_a_piece_in_json_says_why_it_is_next(path: Shell) -> None:
    path.ok("mark done talk/1")
    document = answer(path, "next --for 20m")
    assert [(piece["id"], piece["why"]) for piece in document["next"]] == [
        ("talk/2", "stopped at 5:00"),
        ("talk/3", "goes on with talk"),
    ]
    assert (document["for_seconds"], document["left_over"]) == (1200, 300)


def test_without_a_time_there_is_nothing_to_fill_and_the_whole_is_left(path: Shell) -> None:
    path.ok("mark done talk/1")
    document = answer(path, "next")
    assert (document["for_seconds"], document["left_over"]) == (None, None)
    ((number, left),) = packed(path, "next")
    assert (number, left, document["next"][0]["left_estimated"]) == ("1.3", 900, False)


def test_a_kind_and_a_count(path: Shell) -> None:
    assert packed(path, "next video --for 8m") == [("1.3.1", 300)]
    assert packed(path, "next course --for 65m") == [("1.2.1", 1800), ("1.2.2", 1800)]
    assert packed(path, "next video --for 20m -n 2") == [("1.3.1", 300), ("1.3.2", 600)]


def test_where_nothing_fits_the_shortest_piece_is_named(path: Shell) -> None:
    assert (
        path.ok("next --for 4m59s") == "Nothing fits into 5 m. The shortest piece: 1.3.1 talk/1, Hello, 5 m\n"
    )
    document = answer(path, "next --for 2m")
    assert (document["next"], document["for_seconds"], document["left_over"]) == ([], 120, 120)


def test_where_nothing_is_left_that_is_said(path: Shell) -> None:
    path.ok("mark done start")
    assert path.ok("next --for 25m") == "Nothing is left: all of it is done or skipped.\n"
    assert path.ok("next course --for 25m") == "No course is left: all are done or skipped.\n"
    assert path.ok("next book --for 25m") == "There is no book in this curriculum.\n"


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("25m", 1500),
        ("1h", 3600),
        ("1h30m", 5400),
        ("90s", 90),
        ("45", 2700),
        ("24h", 86400),
        ("1 h 40 m", 6000),
    ],
)
def test_a_time(path: Shell, said: str, seconds: int) -> None:
    assert answer(path, f"next --for '{said}'")["for_seconds"] == seconds


@pytest.mark.parametrize("said", ["0", "0m", "-5m", "24h1s", "99999h", "soon", "1:30", "5d", "", "٣", "1.5h"])
def test_what_is_no_time_is_refused(path: Shell, said: str) -> None:
    result = path(["next", "--for", said])
    assert (result.stdout, result.code) == ("", 2)
    assert result.stderr.startswith(f'llmpath: "{said}" is ')
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("columns", [80, 40])
def test_rows_fit_a_terminal(run: Shell, columns: int) -> None:
    lines = screen(run, "next --for 1h", columns).splitlines()
    assert max(len(line) for line in lines) <= columns
    called = "4.1.1 micrograd/1 " if columns == 80 else "4.1.1 "
    assert lines[0].startswith(called)
    assert lines[0].endswith("25 s")
    assert lines[-1] == "1 h: 12 pieces, 5 s left over"


def test_the_short_line_is_number_id_and_second(run: Shell) -> None:
    assert run.ok("next --short") == "4.1 micrograd\n"
    run.ok("mark done 4.1.1 4.1.2")
    assert run.ok("next --short") == "4.1.3 micrograd 8:08\n"
    assert run.ok("next course --short -n 3") == "6.1 calculus\n"


def test_the_short_line_of_packed_time_is_its_first_piece(run: Shell) -> None:
    run.ok("mark done 4.1.1 4.1.2")
    assert run.ok("next --for 5m30s --short") == "4.1.4 micrograd 14:12\n"
    assert run.ok("next --for 5s --short") == ""


def test_the_short_line_is_empty_when_nothing_is_left(path: Shell) -> None:
    path.ok("mark skipped start")
    assert path.ok("next --short") == ""
    assert path.ok("next paper --short") == ""


def test_the_short_line_stays_one_plain_line_on_any_terminal(
    run: Shell, curriculum: Callable[[str], Path]
) -> None:
    name = "a-very-long-name-" * 3 + "for-a-thing"
    thing = f'[[sections.resources]]\nid = "{name}"\nkind = "task"\ntitle = "A thing"\n'
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(f'[[sections]]\nid = "s"\ntitle = "S"\n{thing}'))
    assert run.ok("next --short", columns=40, colour=True) == f"1.1 {name}\n"


def test_json_goes_before_short(path: Shell) -> None:
    document: Any = answer(path, "next --short")
    assert [thing["id"] for thing in document["next"]] == ["setup"]
