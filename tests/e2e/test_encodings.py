"""Encodings, locales and widths that the program is given: no character stops it, none is made up."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from e2e.program import Program, one_line
from e2e.screen import visible

TITLE = "Élève — 日本 ●"
UNICODE_GLYPHS = "○◐●⊘█░…·→"
SECTIONS = f"""
[[sections]]
id = "erste"
title = "{TITLE}"
[[sections.resources]]
id = "eleve"
kind = "video"
title = "{TITLE}"
url = "https://youtu.be/VMj-3S1tku0"
duration = "10:00"
"""


@pytest.fixture
def foreign(program: Program, curriculum: Callable[[str], Path]) -> Program:
    """The program with a curriculum in letters that few encodings have."""
    program.environ["LLMPATH_CURRICULUM"] = str(curriculum(SECTIONS))
    return program


@pytest.mark.parametrize(
    ("encoding", "title"), [("ascii", "?l?ve ? ?? ?"), ("cp1252", "Élève — ?? ?")], ids=["ascii", "cp1252"]
)
def test_an_encoding_shows_what_it_has_and_a_question_mark_for_the_rest(
    foreign: Program, opened: Callable[[], list[str]], encoding: str, title: str
) -> None:
    foreign.environ["PYTHONIOENCODING"] = foreign.encoding = encoding
    assert foreign.ok("list --kind video").splitlines() == [f"1.1  todo  video  10 m  eleve  {title}"]
    assert f"1.1 eleve, {title}" in foreign.ok("mark done eleve")
    assert f"1.1 eleve, {title}" in foreign.ok("open eleve")
    assert opened() == ["https://youtu.be/VMj-3S1tku0"]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_json_keeps_every_letter_in_any_encoding(foreign: Program, encoding: str) -> None:
    foreign.environ["PYTHONIOENCODING"] = foreign.encoding = encoding
    assert json.loads(foreign.ok("list --json"))["sections"][0]["title"] == TITLE


def test_an_error_is_one_line_in_ascii(foreign: Program) -> None:
    answer = foreign(["show", TITLE], PYTHONIOENCODING="ascii")
    assert answer.code == 2
    assert one_line(answer).startswith('nothing is called "?l?ve ? ?? ?"')


@pytest.mark.parametrize(
    ("variable", "value"), [("LC_ALL", "C"), ("LANG", "C"), ("PYTHONIOENCODING", "ascii")]
)
def test_a_plain_locale_or_encoding_gets_plain_glyphs(program: Program, variable: str, value: str) -> None:
    program.environ[variable] = value
    program.ok("mark done word-embeddings")
    screen = program.ok("list", FORCE_COLOR="1", COLUMNS="60")
    assert not set(screen) & set(UNICODE_GLYPHS)
    assert "[x]" in screen


def test_in_the_c_locale_marks_and_openings_are_recorded(
    program: Program, opened: Callable[[], list[str]]
) -> None:
    program.environ["LC_ALL"] = "C"
    program.ok("mark done vectors")
    program.ok("open micrograd")
    assert program.recorded() == {"brilliant.org/courses/vectors", "youtube:VMj-3S1tku0"}
    assert opened() == ["https://www.youtube.com/watch?v=VMj-3S1tku0"]


def test_an_odd_width_loses_no_row(program: Program) -> None:
    numbers = [row.split()[0] for row in program.ok("list").splitlines()]
    for columns in ("1", "0", "wide"):
        rows = visible(program.ok("list", COLUMNS=columns, FORCE_COLOR="1")).splitlines()
        assert [row.split()[0] for row in rows if re.match(r"\d\.?\d* +○", row)] == numbers


def test_a_width_beyond_all_numbers_stops_nothing(program: Program) -> None:
    assert "4.1" in program.ok("list", COLUMNS="9" * 5000, FORCE_COLOR="1")


def test_a_pipe_has_no_width(program: Program) -> None:
    assert program.ok("list", COLUMNS="1") == program.ok("list")


@pytest.mark.parametrize("words", [[b"\xff"], [b"mark", b"done", b"micro\xff"], [b"open", b"--wi\xffth"]])
def test_a_command_line_that_is_not_utf_8_is_refused(program: Program, words: list[bytes]) -> None:
    answer = program(words)
    assert (answer.stdout, answer.code) == ("", 2)
    assert one_line(answer).startswith("the command line is not valid UTF-8")
    assert program.recorded() == set()


def test_a_home_that_is_not_utf_8_keeps_progress(program: Program, tmp_path: Path) -> None:
    home = tmp_path / "h\udcff"
    home.mkdir()
    program.ok("mark done micrograd", HOME=str(home))
    assert Program(home).recorded() == {"youtube:VMj-3S1tku0"}
    assert f"{tmp_path}/h\N{REPLACEMENT CHARACTER}/.local/state" in program.ok("paths", HOME=str(home))


def test_a_traceback_is_shown_to_who_asks_for_one(program: Program) -> None:
    process = program.start("show nothing", LLMPATH_DEBUG="1")
    stdout, stderr = process.communicate()
    assert (stdout, process.returncode) == (b"", 2)
    lines = stderr.decode().splitlines()
    assert lines[0] == "Traceback (most recent call last):"
    assert lines[-1].startswith('llmpath: nothing is called "nothing"')
