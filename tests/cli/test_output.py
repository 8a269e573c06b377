"""What is written where: a pipe, terminals of 80 and 40 columns, no colour, dumb, ASCII."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

from cli.answers import ESCAPES, answer, seen
from llmpath import __version__
from shell import Shell

READING = [
    "",
    "list",
    "list --parts",
    "list --kind video --status done",
    "list micrograd",
    "list --ids",
    "next -n 5",
    "next playlist",
    "progress",
    "show micrograd",
    "show zero-to-hero",
    "show maths",
    "note --list",
    "search gradient",
    "search nothing",
    "log",
    "paths",
    "doctor",
    "curriculum schema",
    "open micrograd --print",
]
SIGNS = {"done": "●", "doing": "◐", "todo": "○", "skipped": "⊘"}
ASCII_SIGNS = {"done": "[x]", "doing": "[~]", "todo": "[ ]", "skipped": "[-]"}
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
COLOURS = re.compile(r"\x1b\[[0-9;]*?3[0-7][0-9;]*m")
TARGETS = re.compile(r"\x1b\]8;[^;]*;([^\x1b]*)\x1b\\")


@pytest.fixture
def begun(run: Shell) -> Shell:
    """A shell in which some things are done, one half seen and some skipped."""
    run.ok("mark done word-embeddings vectors")
    run.ok("mark done 4.1.1 4.1.2 4.1.3")
    run.ok("mark skipped 4.1.4 perceptron bridge")
    run.ok("mark doing transformers")
    run.ok(["note", "micrograd/3", "-m", f"the gradient {'is a slope ' * 20}\n\nand a second line"])
    return run


def test_a_pipe_gets_plain_lines(begun: Shell) -> None:
    answers = {line: begun.ok(line) for line in READING}
    assert [line for line, text in answers.items() if CONTROLS.search(text)] == []
    assert [line for line, text in answers.items() if re.search(" +$", text, re.MULTILINE)] == []
    assert [line for line, text in answers.items() if not text.endswith("\n")] == []


@pytest.mark.usefixtures("browser")
def test_receipts_in_a_pipe_are_plain_lines(begun: Shell) -> None:
    lines = [
        "mark done tensors",
        "mark done tensors word-embeddings",
        "note tensors -m one",
        "undo",
        "redo",
        "open vectors 1.1.2",
    ]
    assert [line for line in lines if CONTROLS.search(begun.ok(line))] == []


@pytest.mark.parametrize("columns", [80, 40])
@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
def test_no_line_is_wider_than_the_terminal_but_for_links_and_paths(
    begun: Shell, locale: str, columns: int
) -> None:
    begun.environ["LC_ALL"] = locale
    rows = [
        (line, row)
        for line in READING
        if line != "curriculum schema"
        for row in ESCAPES.sub("", begun.ok(line, columns=columns)).splitlines()
    ]
    wide = [(line, row) for line, row in rows if cell_len(row) > columns]
    assert [row for _, row in wide if "https://" not in row and str(begun.home) not in row] == []


@pytest.mark.parametrize("columns", [None, 80, 40])
def test_a_link_is_never_cut(begun: Shell, columns: int | None) -> None:
    shown = answer(begun, "show zero-to-hero")["node"]["url"]
    assert shown in ESCAPES.sub("", begun.ok("show zero-to-hero", columns=columns)).split()


@pytest.mark.parametrize("columns", range(30, 61))
def test_a_duration_is_not_broken(begun: Shell, columns: int) -> None:
    broken = re.compile(r"\d\n *[hms]\b|\b[hm]\n *\d|\b[hms]\n *left\b")
    for line in ("", "next -n 3", "mark skipped 4.1"):
        assert broken.search(seen(begun.ok(line, columns=columns))) is None


@pytest.mark.parametrize("columns", [80, 40])
def test_the_columns_of_a_table_stand_under_each_other(begun: Shell, columns: int) -> None:
    lines = ESCAPES.sub("", begun.ok("list", columns=columns)).split("\n\n")[1].splitlines()
    assert {len(line) for line in lines} == {columns}
    assert {line[5] for line in lines} == set(SIGNS.values())


def test_a_pipe_has_the_same_columns_in_each_row(begun: Shell) -> None:
    lines = begun.ok("list").splitlines()
    starts = [re.match(r"(\S+ +)(\S+ +)(\S+ +)", line) for line in lines]
    assert len({tuple(len(part) for part in match.groups()[:2]) for match in starts if match}) == 1
    assert {line[5:].split()[0] for line in lines} == {"todo", "doing", "done", "skipped"}


def test_a_terminal_gets_links_to_click_on(begun: Shell) -> None:
    targets = TARGETS.findall(begun.ok("list", columns=80))
    assert "https://www.youtube.com/watch?v=VMj-3S1tku0&t=1149s" in targets
    assert "https://brilliant.org/courses/calculus-nutshell/" in targets


def test_no_color_takes_the_colour_off_a_terminal(begun: Shell) -> None:
    assert COLOURS.search(begun.ok("list", columns=80, colour=True))
    assert not COLOURS.search(begun.ok("list", columns=80, colour=False))
    begun.environ["NO_COLOR"] = "1"
    begun.environ["FORCE_COLOR"] = "1"
    assert not COLOURS.search(begun.ok("list"))


def test_force_color_draws_for_a_terminal_into_a_pipe(begun: Shell) -> None:
    assert "\x1b" not in begun.ok("list")
    begun.environ["FORCE_COLOR"] = "1"
    assert COLOURS.search(begun.ok("list"))
    begun.environ["FORCE_COLOR"] = "0"
    assert "\x1b" not in begun.ok("list")


def test_json_is_the_same_on_a_terminal_and_in_a_pipe(begun: Shell) -> None:
    assert begun.ok("list --json", columns=40, colour=True) == begun.ok("list --json")


def test_status_is_never_told_by_colour_alone(begun: Shell) -> None:
    plain = ESCAPES.sub("", begun.ok("list", columns=80)).splitlines()
    signs = {row.split()[0]: row.split()[1] for row in plain if re.match(r"\d\.\d", row)}
    words = {row.split()[0]: row.split()[1] for row in begun.ok("list").splitlines()}
    assert signs == {number: SIGNS[words[number]] for number in signs}


@pytest.mark.parametrize("columns", [None, 80, 40])
@pytest.mark.parametrize("variable", ["LC_ALL", "LC_CTYPE", "LANG"])
def test_an_ascii_locale_gets_ascii_signs(
    run: Shell, curriculum: Callable[[str], Path], variable: str, columns: int | None
) -> None:
    run.environ["LLMPATH_CURRICULUM"] = str(
        curriculum(
            "[[sections]]\nid = 's'\ntitle = 'A long title of a section that does not fit on a narrow line'\n"
            "[[sections.resources]]\nid = 'a'\nkind = 'task'\ntitle = 'Another, of a task, that does not'\n"
            "[[sections.resources]]\nid = 'b'\nkind = 'video'\ntitle = 'B'\nduration = 60\n"
            "[[sections.resources]]\nid = 'c'\nkind = 'task'\ntitle = 'C'\n"
        )
    )
    run.ok("mark done b")
    run.ok("mark skipped c")
    run.environ[variable] = "C"
    for line in ("", "list", "show s", "next", "progress", "mark done a", "undo"):
        assert run.ok(line, columns=columns).isascii()
    if columns:
        assert set(ASCII_SIGNS.values()) == set(re.findall(r"\[.\]", run.ok("list", columns=columns)))


def test_json_in_an_ascii_locale_is_ascii_and_says_the_same(run: Shell) -> None:
    before = answer(run, "list essence-of-calculus")
    run.environ["LC_ALL"] = "C"
    assert run.ok("list essence-of-calculus --json").isascii()
    assert answer(run, "list essence-of-calculus") == before


def test_version(run: Shell) -> None:
    assert run.ok("--version") == f"llmpath {__version__}\n"
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", __version__)
