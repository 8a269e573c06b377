"""Text from a curriculum is data: nothing in it may steer the terminal or be read as markup."""

import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.answers import ESCAPES, answer
from shell import Shell

UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
TARGETS = re.compile(r"\x1b\]8;[^;]*;([^\x1b]*)\x1b\\")
MARKUP = "[/red] [link=file:///x]here[/link] [bold]loud[/] :smile: {0} %s"
HOSTILE = r"\u202Eabc\u2066\u200F\u061C"
CONTROLS = r"\u001b[2J\u001b]0;owned\u0007\u009b31m\u0000\u007f\b\r"
TEXT = f"""
[[sections]]
id = "s"
title = "Section {MARKUP} {HOSTILE}"
note = "Note {CONTROLS} {HOSTILE}"
[[sections.resources]]
id = "first"
kind = "video"
title = "First {MARKUP} {HOSTILE}"
author = "Author {HOSTILE} {MARKUP}"
url = "https://example.org/first"
note = "Note {MARKUP} {CONTROLS}\\nand a\\ttab {HOSTILE}"
links = [{{ title = "Slides {HOSTILE} {MARKUP}", url = "https://example.org/slides" }}]
chapters = [{{ start = "0:00", title = "Hello {HOSTILE} {MARKUP}" }}, {{ start = "1:00", title = "On" }}]
[[sections.resources]]
id = "second"
kind = "course"
title = "Second {HOSTILE} {MARKUP}"
after = ["first"]
parts = [{{ title = "Part {HOSTILE} {MARKUP}", url = "https://example.org/part" }}]
"""
HEAD = f'schema = 1\nid = "mine"\ntitle = "Mine {MARKUP} {HOSTILE}"\nversion = "{CONTROLS}"\n'
LINES = [
    "",
    "list",
    "list --parts",
    "list --kind video",
    "show first",
    "show 1",
    "show second",
    "next -n 9",
    "progress",
    "curriculum list",
    "open first",
    "open second --print",
    "mark done 1.1.1",
    "mark done 1.1.1",
    "undo",
    "redo",
    "log",
    "show last",
    "mark skipped first second",
    "",
]


@pytest.fixture
def hostile(run: Shell, browser: Callable[[], list[str]], curriculum: Callable[..., Path]) -> Shell:
    """A shell whose curriculum means harm."""
    assert browser() == []
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(TEXT, head=HEAD))
    return run


@pytest.mark.parametrize("columns", [None, 80, 40])
def test_nothing_of_it_reaches_the_screen(hostile: Shell, columns: int | None) -> None:
    shown = [(line, ESCAPES.sub("", hostile.ok(line, columns=columns, colour=True))) for line in LINES]
    assert [line for line, text in shown if UNSAFE.search(text)] == []


@pytest.mark.parametrize("columns", [None, 80, 40])
def test_nothing_of_a_curriculum_that_was_added_reaches_the_screen(
    hostile: Shell, columns: int | None
) -> None:
    lines = [
        f"curriculum add {hostile.environ['LLMPATH_CURRICULUM']}",
        "curriculum use mine",
        "curriculum list",
        "list --all",
        "config",
        "add https://example.org/new",
        "add https://example.org/first",
        "curriculum remove mine",
    ]
    shown = [(line, ESCAPES.sub("", hostile.ok(line, columns=columns, colour=True))) for line in lines]
    assert [line for line, text in shown if UNSAFE.search(text)] == []


def test_in_json_it_is_escaped_and_so_kept(hostile: Shell) -> None:
    texts = [hostile.ok(f"{line} --json") for line in LINES]
    assert [text for text in texts if UNSAFE.search(text)] == []
    assert "\u202eabc\u2066\u200f\u061c" in answer(hostile, "show first")["node"]["title"]
    assert "\x1b[2J\x1b]0;owned\x07\x9b31m\x00\x7f\b\r" in answer(hostile, "show first")["note"]


@pytest.mark.parametrize("columns", [None, 200])
@pytest.mark.parametrize("line", ["list --parts", "show first", "show second", "next -n 9"])
def test_markup_stands_as_it_was_written(hostile: Shell, line: str, columns: int | None) -> None:
    assert MARKUP in ESCAPES.sub("", hostile.ok(line, columns=columns, colour=True))


def test_no_link_leads_out_of_the_web(hostile: Shell) -> None:
    targets = {target for line in LINES for target in TARGETS.findall(hostile.ok(line, columns=80)) if target}
    assert len(targets) >= 3
    assert [target for target in targets if not target.startswith("https://example.org/")] == []


def test_a_note_keeps_its_lines(hostile: Shell) -> None:
    lines = hostile.ok("show first").splitlines()
    (first,) = [number for number, line in enumerate(lines) if line.startswith("Note [/red]")]
    assert lines[first + 1].startswith("and a tab")


@pytest.mark.parametrize(
    "control", ["\\u001b[31m", "\\u009b31m", "\\u0007", "\\u007f", "\\r\\u001b[2K", "\\u0000"]
)
@pytest.mark.parametrize("columns", [None, 80])
def test_control_characters_in_a_title_reach_neither_stdout_nor_stderr(
    run: Shell, curriculum: Callable[[str], Path], control: str, columns: int | None
) -> None:
    path = curriculum(f'[[sections]]\nid = "s"\ntitle = "a{control}b"\n')
    for line in ("list", "show s", f"curriculum check {path}", "list --json"):
        result = run(f"-c {path} {line}", columns=columns)
        assert not UNSAFE.search(ESCAPES.sub("", result.stdout + result.stderr))


@pytest.mark.parametrize("word", ["\x1b[31mred", "\x9b31m", "a\u202eb", "a\rb", "\x1b]8;;file:///x\x1b\\x"])
@pytest.mark.parametrize(
    "line", [["show"], ["mark"], ["mark", "done"], ["next"], ["list", "-c"], ["next", "-n"], ["undo"], []]
)
def test_what_was_typed_is_cleaned_in_messages(run: Shell, line: list[str], word: str) -> None:
    text, document = run([*line, word]), run(["--json", *line, word])
    assert (text.code, document.code) == (2, 2)
    assert not UNSAFE.search(text.stdout + text.stderr)
    assert not UNSAFE.search(document.stdout + document.stderr)
    assert json.loads(document.stderr)["error"]["message"]


def test_the_words_of_a_command_are_cleaned_when_it_is_taken_back(
    run: Shell, curriculum: Callable[[str], Path]
) -> None:
    path = curriculum(TEXT)
    odd = path.rename(path.with_name("odd\x1b[31m\u202e.toml"))
    run.ok(["mark", "done", "first", "-c", str(odd)])
    assert not UNSAFE.search(run.ok(["undo", "-c", str(odd)]))
    assert not UNSAFE.search(run.ok(["redo", "-c", str(odd), "--json"]))


@pytest.mark.parametrize("columns", [None, 80, 40])
def test_a_note_is_shown_without_what_steers_a_terminal(
    hostile: Shell, piped: Callable[[bytes], None], columns: int | None
) -> None:
    text = f"zebra \x1b[2J\x1b]0;owned\x07\x9b31m\x00\x7f\b\r\u202eabc\u2066 {MARKUP}\n\x85\u2028end"
    piped(text.encode())
    hostile.ok("note first")
    hostile.ok(["note", "1.1.1", "-m", "\x1b[31mzebra\n\u202e\x1b]8;;file:///x\x1b\\x"])
    lines = ["note --list", "show first", "show 1.1.1", "search zebra", "log", "undo 2", "redo", "redo"]
    shown = [(line, ESCAPES.sub("", hostile.ok(line, columns=columns, colour=True))) for line in lines]
    assert [line for line, said in shown if UNSAFE.search(said)] == []
    assert MARKUP in " ".join(dict(shown)["show first"].split()) or columns
    assert not UNSAFE.search(hostile.ok("note --list --json"))
    assert answer(hostile, "note --list")["notes"][0]["text"] == text.replace("\r", "\n")


def test_what_a_draft_is_about_is_clean(
    hostile: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", f"cp -t {tmp_path}")
    ours, theirs = os.openpty()
    with os.fdopen(theirs) as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        assert hostile("note first").code == 1
    os.close(ours)
    draft = (tmp_path / "note.txt").read_text()
    assert f"# A note on 1.1 first, First {MARKUP}" in draft
    assert not UNSAFE.search(draft)
