"""What a shell is answered when it asks what could stand at the cursor."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from e2e.program import Program

ASKING = {"_LLMPATH_COMPLETE": "1"}
KINDS = ["video", "playlist", "course", "article", "book", "paper", "repo", "tool", "task", "link"]
STATUSES = ["todo", "doing", "done", "skipped"]
MINE = """
[[sections]]
id = "meadows"
title = "Meadows"
[[sections.resources]]
id = "mean"
kind = "playlist"
title = "$(touch pwned) \\"q\\" 'x' : `id` \\u202e \\\\e"
url = "https://www.youtube.com/playlist?list=PLAqhIrjkxbuWI23v9cThsA9GvCAUhRvKZ"
[[sections.resources.parts]]
title = "First part"
url = "https://youtu.be/VMj-3S1tku0"
[[sections.resources.parts.chapters]]
start = 0
title = "A chapter"
"""

Ask = Callable[..., list[str]]


@pytest.fixture
def offered(program: Program) -> Ask:
    """Returns the values that are offered for the last of some words; nothing may be written for that."""

    def ask(*words: str, **environ: str) -> list[str]:
        before = sorted(program.home.rglob("*"))
        lines = program.ok(words, **ASKING, **environ).splitlines()
        assert sorted(program.home.rglob("*")) == before
        return [line.split("\t")[0] or line for line in lines]

    return ask


@pytest.fixture
def mine(program: Program, curriculum: Callable[[str], Path]) -> str:
    path = curriculum(MINE)
    program.ok(["curriculum", "add", str(path)])
    return str(path)


def test_verbs_are_offered_with_their_help(program: Program) -> None:
    lines = program.ok([""], **ASKING).splitlines()
    assert lines[0] == "list\tList sections and resources."
    assert "curriculum\tChoose, add and check curricula, and describe their format." in lines


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (["mar"], ["mark"]),
        (["--json", "-c", "x", "mar"], ["mark"]),
        (["--", "mar"], ["mark"]),
        (["nonsense", ""], []),
        (["curriculum", "re"], ["remove"]),
        (["mark", ""], STATUSES),
        (["mark", "--on", ""], ["today", "yesterday"]),
        (["mark", "--on", "today", "sk"], ["skipped"]),
        (["list", "--kind", "vi"], ["video"]),
        (["list", "--kind=vi"], ["--kind=video"]),
        (["list", "--status="], [f"--status={status}" for status in STATUSES]),
        (["list", "--stat"], ["--status"]),
        (["mark", "done", "micrograd", "--js"], ["--json"]),
        (["mark", "done", "--", "--js"], []),
        (["paths", "-"], ["-c", "--curriculum", "--json", "--plain", "-h", "--help"]),
        (["next", ""], KINDS),
        (["next", "video", ""], []),
        (["open", "next", "ar"], ["article"]),
        (["config", ""], ["curriculum", "speed"]),
        (["config", "curriculum", "llm"], ["llm-learning-pointers"]),
        (["config", "speed", ""], []),
        (["curriculum", "use", ""], ["llm-learning-pointers"]),
        (["curriculum", "add", "x"], ["\t"]),
        (["-c", "llm"], ["llm-learning-pointers", "\t.toml"]),
        (["-cllm"], ["-cllm-learning-pointers", "\t.toml"]),
        (["add", "https://example.org", "--to", "ma"], ["maths"]),
        (["note", "-m", ""], []),
        (["note", "--edit", ""], []),
        (["--show-completion", ""], ["bash", "zsh", "fish"]),
    ],
)
def test_the_word_at_the_cursor_decides_what_is_offered(
    offered: Ask, words: list[str], values: list[str]
) -> None:
    assert offered(*words) == values


def test_refs_are_next_last_and_ids_with_titles(program: Program, offered: Ask) -> None:
    values = offered("open", "")
    assert values[:4] == ["next", "last", "attention", "attention-mechanism"]
    assert len(values) == 2 + 8 + 20
    title = "The spelled-out intro to neural networks and backpropagation: building micrograd"
    assert program.ok("open mic", **ASKING) == f"micrograd\t{title}\n"


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("MIC", ["micrograd"]),
        ("la", ["last"]),
        ("micrograd/2", ["micrograd/2", "micrograd/20", "micrograd/21", "micrograd/22"]),
        ("zero-to-hero/1/22", ["zero-to-hero/1/22"]),
        ("4", ["4"]),
        ("6.", ["6.1", "6.2", "6.3", "6.4", "6.5"]),
        ("4.1.22", ["4.1.22"]),
        ("micrograd@1", []),
        ("#maths", []),
        ("/micrograd/2", []),
        (".4", []),
        ("https://youtu.be/", []),
        ("mi\tc\n", []),
        ("é", []),
    ],
)
def test_parts_and_numbers_are_offered_once_they_are_begun(
    offered: Ask, typed: str, values: list[str]
) -> None:
    assert offered("show", "maths", typed) == values


def test_a_title_is_one_clean_line(program: Program, mine: str) -> None:
    answer = program.ok(["-c", mine, "open", "mea"], **ASKING)
    clean = "$(touch pwned) \"q\" 'x' : `id` \N{REPLACEMENT CHARACTER} \\e"
    assert answer == f"meadows\tMeadows\nmean\t{clean}\n"


def test_the_curriculum_is_that_of_the_line_else_the_environment_else_the_settings(
    program: Program, offered: Ask, mine: str
) -> None:
    assert offered("open", "mea") == []
    for words in (["-c", "mine", "open"], ["open", "--curriculum", mine], ["open", "-cmine"]):
        assert offered(*words, "mea") == ["meadows", "mean"]
    assert offered("open", "mea", LLMPATH_CURRICULUM=mine) == ["meadows", "mean"]
    program.ok("curriculum use mine")
    assert offered("open", "mean/1/") == ["mean/1/1"]
    assert offered("-c", "llm-learning-pointers", "open", "mea") == []
    assert offered("curriculum", "use", "") == ["llm-learning-pointers", "mine"]


@pytest.mark.parametrize("broken", ["absent", "/absent.toml", "/dev/null", "\udcff"])
def test_where_there_is_no_curriculum_nothing_is_offered_and_nothing_said(offered: Ask, broken: str) -> None:
    assert offered("open", "mic", LLMPATH_CURRICULUM=broken) == []
    assert offered("-c", broken, "open", "mic") == []


def test_words_that_no_command_line_has_are_answered_by_nothing(program: Program) -> None:
    assert program.ok([], **ASKING) == program.ok([""], **ASKING)
    for words in ([b"open", b"\xff"], [b"\xff", b""], [b"list", b"--kind=\xff"], [b"-c\xff"]):
        assert program(words, _LLMPATH_COMPLETE="1")[1:] == ("", 0)


def test_a_shell_that_speaks_another_language_starts_no_command(program: Program) -> None:
    answer = program("mark done micrograd", _LLMPATH_COMPLETE="2")
    assert (answer.stderr, answer.code) == ("", 0)
    assert program.recorded() == set()


def test_a_reader_that_left_hears_nothing(program: Program) -> None:
    line = [sys.executable, "-c", "import os; os.close(1); os.execvp('llmpath', ['llmpath', 'open', ''])"]
    environ = program.environment({**ASKING, "PATH": str(Path(sys.executable).parent)})
    answer = subprocess.run(line, env=environ, stderr=subprocess.PIPE, check=True)
    assert answer.stderr == b""
