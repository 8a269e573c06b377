"""Every scenario of the session files beside this one is a test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sessions.terminal import Terminal

FILES = sorted(path for path in Path(__file__).parent.glob("*.md") if path.name != "README.md")


def scenarios() -> Iterator[object]:
    """Yield the text of each scenario, after what the head of its file lays there for all."""
    for path in FILES:
        head, *texts = path.read_text(encoding="utf-8").split("\n## ")
        for text in texts:
            title, _, body = text.partition("\n")
            yield pytest.param(f"{head}\n{body}", id=f"{path.stem}: {title}")


@pytest.mark.parametrize("text", list(scenarios()))
def test_the_program_answers_as_written(terminal: Terminal, text: str) -> None:
    assert "\n```console\n" in text
    terminal.play(text)


@pytest.mark.parametrize(
    "told",
    [
        "$ llmpath done vectors",
        "$ llmpath done vectors\ndone: 6.2 vectors, Vectors",
        "$ llmpath done vectors\n…\nsomething else",
        "$ llmpath done vectors\ndone: 6.2 vectors…\n…\n[1]",
        "$ llmpath done nothing-like-it\n…",
        "done: 6.2 vectors…",
    ],
)
def test_an_answer_that_is_not_as_written_fails(terminal: Terminal, told: str) -> None:
    with pytest.raises(AssertionError):
        terminal.play(f"```console\n{told}\n```\n")


def test_a_block_that_is_not_closed_fails(terminal: Terminal) -> None:
    with pytest.raises(AssertionError):
        terminal.play("```console\n$ llmpath undo\nNothing to take back.\n")
