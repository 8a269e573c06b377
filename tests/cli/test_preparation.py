"""What prompts and Tab ask for is known again after whatever changed it, and never at a command's cost."""

from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest

from llmpath.cache import OFF, Cache
from llmpath.cli import at_once, preparation
from shell import Shell

MINE = (
    '[[sections]]\nid = "s"\ntitle = "S"\n[[sections.resources]]\nid = "mine"\ntitle = "T"\nkind = "task"\n'
)


def known(run: Shell) -> tuple[str | None, bytes | None]:
    """Return the line of `next --short` and the names, as far as they are known."""
    with run.surroundings():
        cache = Cache(at_once.cache_folder(), writes=False)
        return at_once.short(cache), at_once.names(cache)


@pytest.mark.parametrize(
    "line", ["mark done micrograd", "undo", "config speed 2", "add https://example.org/bespoke --to maths"]
)
def test_they_are_known_after_a_command_that_changes_them(run: Shell, line: str) -> None:
    run.ok("mark done vectors")
    run.ok(line)
    short, names = known(run)
    run.environ[OFF] = "1"
    assert short == run.ok("next --short")
    assert names is not None
    assert (b"bespoke\t" in names) == line.startswith("add")


def test_they_are_of_the_curriculum_that_was_just_chosen(
    run: Shell, curriculum: Callable[[str], Path]
) -> None:
    path = curriculum(MINE)
    run.ok("list")
    id_ = run.ok(f"curriculum add {path} --json").split('"id": "')[1].split('"')[0]
    run.ok(f"curriculum use {id_}")
    short, names = known(run)
    assert short == "1.1 mine\n"
    assert names is not None
    assert b"mine\tT\n" in names


def test_a_fault_in_it_leaves_the_command_as_it_is(run: Shell) -> None:
    with patch.object(preparation, "_short_line", side_effect=KeyError("fault")):
        assert run.ok("mark done vectors").startswith("done: 6.2 vectors")


def test_an_entry_that_is_not_understood_is_told_of_after_every_mark(run: Shell) -> None:
    run.ok("mark done vectors")
    progress = run.state / "progress.toml"
    content = progress.read_text()
    end = content.rindex("# end")
    progress.write_text(f'{content[:end]}[items."youtube:zzz"]\ntitle = 5\n\n{content[end:]}')
    for line in ("next", "mark done micrograd", "next", "mark done tensors", "list"):
        assert "ignored and kept" in run(line).stderr, line
