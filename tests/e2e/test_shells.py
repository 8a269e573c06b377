"""Tab in the real shells: bash, zsh and fish."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from e2e.interactive import STARTS, Interactive
from e2e.program import Program

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty:DeprecationWarning")  # the child only runs a shell

MINE = """
[[sections]]
id = "meadows"
title = "$(touch pwned) \\"q\\" 'x' : `touch pwned` %F{red} \\u202e \\\\ 100%"
[[sections.resources]]
id = "mean"
kind = "video"
title = "The mean: what it means"
url = "https://youtu.be/VMj-3S1tku0"
[[sections.resources.chapters]]
start = 0
title = "Only chapter"
"""
HOSTILE = "$(touch pwned) \"q\" 'x' : `touch pwned` %F{red} \N{REPLACEMENT CHARACTER} \\ 100%"
FILES = ("my file.toml", "$(touch pwned).toml", "it's.toml", "other.txt")


@pytest.fixture(params=STARTS)
def shell(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def line(program: Program, shell: str) -> Iterator[Interactive]:
    """The shell in an empty home; completing writes nothing there."""
    interactive = Interactive(program, shell)
    yield interactive
    interactive.close()
    assert list(program.home.rglob("*llmpath*")) == []
    assert not (program.home / "pwned").exists()


@pytest.fixture
def line_with_mine(program: Program, shell: str, curriculum: Callable[[str], Path]) -> Iterator[Interactive]:
    """The shell where a curriculum with titles that mean harm is in use."""
    program.ok(["curriculum", "add", str(curriculum(MINE))])
    program.ok("curriculum use mine")
    interactive = Interactive(program, shell)
    yield interactive
    interactive.close()
    assert not (program.home / "pwned").exists()


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("llmpath curr\t", "llmpath curriculum"),
        ("llmpath open mic\t", "llmpath open micrograd"),
        ("llmpath open micrograd/22\t", "llmpath open micrograd/22"),
        ("llmpath mark do\tne mic\t--js\t", "llmpath mark done micrograd --json"),
        ("llmpath list --kind=vi\t--stat\tto\t", "llmpath list --kind=video --status todo"),
        ('llmpath "mark" "sk\t', "llmpath mark skipped"),
        ("llmpath open xyz\t", "llmpath open xyz"),
    ],
)
def test_tab_completes_the_word(line: Interactive, keys: str, words: str) -> None:
    typed = line.press(keys)
    assert typed.words == words.split()
    assert "llmpath: " not in typed.screen


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("my\t", "my file.toml"),
        ("my\\ f\t", "my file.toml"),
        ('"my f\t', "my file.toml"),
        ("\\$\t", "$(touch pwned).toml"),
        ("it\t", "it's.toml"),
        ("other\t", "other.txt"),
    ],
)
def test_names_of_files_are_quoted_as_the_shell_does(
    program: Program, line: Interactive, keys: str, word: str
) -> None:
    for name in FILES:
        (program.home / name).touch()
    assert line.press(f"llmpath curriculum check {keys}").words == ["llmpath", "curriculum", "check", word]


def test_a_curriculum_is_an_id_or_a_toml_file(program: Program, line: Interactive, shell: str) -> None:
    for name in FILES:
        (program.home / name).touch()
    assert line.press("llmpath -c llm\t").words == ["llmpath", "-c", "llm-learning-pointers"]
    other = (
        "other.txt" if shell == "zsh" else "other"
    )  # where none fits, zsh offers every file, for any command
    assert line.press("llmpath -c other\t").words == ["llmpath", "-c", other]
    assert line.press("llmpath list --curriculum=my\t").words[2:] == ["--curriculum=my file.toml"]


def test_titles_are_shown_and_never_run(line_with_mine: Interactive, shell: str) -> None:
    shown = "mean" if shell == "bash" else "The mean: what it means"
    screen = line_with_mine.press("llmpath open mea\t\t", shown).screen
    assert "meadows" in screen
    if shell != "bash":
        assert HOSTILE in screen
    assert line_with_mine.press("llmpath show mean/\t").words == ["llmpath", "show", "mean/1"]
