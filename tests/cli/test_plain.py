"""`--plain`: lines for a screen reader; and that no two statuses print alike, in any mode."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.answers import ESCAPES
from cli.test_output import READING
from shell import Shell

STATUSES = ("todo", "doing", "done", "skipped")
SCREENS = (
    ("list", "[1-4]"),
    ("list", r"[1-4]\.1"),
    ("show whole", r"5\.1\.[1-4]"),
    ("progress", "[1-4]"),
)
FOR_THE_EYE = re.compile(r"[│─█░○◐●⊘…\x1b]|\[.\]| {2}|\n\n")


@pytest.fixture
def alike(run: Shell, curriculum: Callable[[str], Path]) -> Shell:
    """A curriculum in which things differ by nothing but their status."""
    video = '[[sections.resources]]\nid = "{}"\nkind = "video"\ntitle = "V"\nduration = 600\nurl = "{}"\n'
    link = "https://youtu.be/0000000000{}"
    sections = [
        f'[[sections]]\nid = "s{at}"\ntitle = "S"\n' + video.format(f"v{at}", link.format(at))
        for at, _ in enumerate(STATUSES)
    ]
    parts = [
        f'{{ kind = "video", title = "V{at}", url = "{link.format(at)}" }}' for at, _ in enumerate(STATUSES)
    ]
    playlist = f'id = "whole"\nkind = "playlist"\ntitle = "P"\nparts = [{", ".join(parts)}]\n'
    whole = f'[[sections]]\nid = "p"\ntitle = "P"\n[[sections.resources]]\n{playlist}'
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum("".join(sections) + whole))
    run.ok("mark doing v1@5:00")
    run.ok("mark done v2")
    run.ok("mark skipped v3")
    return run


def looks(screen: str, numbers: str) -> set[str]:
    """Return how the things of these numbers look, without what they are called."""
    rows = re.findall(rf"^{numbers}(?! of| active)[ ,]+(.*)", ESCAPES.sub("", screen), re.MULTILINE)
    assert len(rows) == len(STATUSES)
    return {re.sub(r"\b[svV]\d|whole/\d", "", row) for row in rows}


@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
@pytest.mark.parametrize("columns", [None, 20, 40, 80, 120])
@pytest.mark.parametrize("plain", ["", " --plain"])
def test_no_two_statuses_print_alike(alike: Shell, plain: str, columns: int | None, locale: str) -> None:
    alike.environ["LC_ALL"] = locale
    for line, numbers in SCREENS:
        found = looks(alike.ok(f"{line}{plain}", columns=columns), numbers)
        assert len(found) == len(STATUSES), found


@pytest.mark.parametrize("line", [line for line in READING if line != "curriculum schema"])
def test_nothing_in_it_is_for_the_eye(run: Shell, line: str) -> None:
    run.ok("mark done 4.1.1")
    run.ok("note micrograd -m text")
    plain = run.ok(f"{line} --plain", columns=40, colour=True)
    assert FOR_THE_EYE.search(plain) is None, plain
    assert plain == run.ok(f"--plain {line}")


def test_a_thing_a_line_and_its_status_a_word(run: Shell) -> None:
    run.ok("mark skipped vectors")
    assert "6.2, Vectors, skipped, course, vectors" in run.ok("list --plain").splitlines()
    assert "status: skipped" in run.ok("show vectors --plain").splitlines()
    assert "in use, LLM learning pointers, llm-learning-pointers, " in run.ok("curriculum list --plain")


def test_the_variable_asks_for_it_on_a_terminal_and_leaves_pipes_alone(run: Shell) -> None:
    plain, pipe, terminal = run.ok("list --plain"), run.ok("list"), run.ok("list", columns=80)
    run.environ["LLMPATH_PLAIN"] = "0"
    assert ESCAPES.sub("", run.ok("list", columns=80)) == ESCAPES.sub("", terminal)
    run.environ["LLMPATH_PLAIN"] = "1"
    assert run.ok("list", columns=80) == plain
    assert run.ok("list") == pipe


def test_the_log_does_not_tell_of_it(run: Shell) -> None:
    run.ok("mark done vectors --plain")
    assert "--plain" not in run.ok("log")
