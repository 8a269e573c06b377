"""The conventions of streams: `--json` alone on stdout, what goes where, `-`, no prompts."""

import json
import os

import pytest

from e2e.program import Program
from e2e.terminal import on_terminal
from llmpath.cli.completion.words import SUBCOMMANDS

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty:DeprecationWarning")  # the child only runs llmpath

MICROGRAD = "https://www.youtube.com/watch?v=VMj-3S1tku0"
VECTORS = "https://brilliant.org/courses/vectors/"
MINE = 'schema = 1\nid = "mine"\ntitle = "Mine"\nsections = []\n'
LINES = (
    "open micrograd", "mark done 4.1.1", "done 4.1.2", "skip tensors", "todo tensors", "note micrograd -m a",
    "undo", "redo", "log", "list", "show micrograd", "next", "progress", "search gradient", "config", "paths",
    "doctor", "add https://example.org/a --title A", "curriculum add mine.toml", "curriculum use mine",
    "curriculum list", "curriculum check mine.toml", "curriculum remove mine", "curriculum schema", "",
)  # fmt: skip


def test_json_everywhere_and_alone_on_stdout(program: Program) -> None:
    (program.home / "mine.toml").write_text(MINE)
    program.environ["BROWSER"] = "true"
    documents = {line: json.loads(program.ok(f"--json {line}")) for line in LINES}
    schema = documents.pop("curriculum schema")
    assert schema["title"]
    assert {document["schema"] for document in documents.values()} == {1}
    named = {f"{group} {verb}".strip() for group, inside in SUBCOMMANDS.items() for verb, _ in inside}
    groups = {group for group in SUBCOMMANDS if group}
    assert {" ".join(line.split()[: 2 if line.split()[0] in groups else 1]) for line in LINES if line} == (
        named - groups
    )


def test_json_is_alone_on_a_terminal_and_after_the_verb_too(program: Program) -> None:
    assert json.loads(on_terminal(program, "next --json"))["schema"] == 1


def test_the_result_on_stdout_and_everything_else_on_stderr(program: Program) -> None:
    worked, refused = program("mark done vectors"), program("show nothing")
    assert (worked.stderr, refused.stdout) == ("", "")
    assert (worked.stdout.count("\n"), refused.stderr.count("\n")) == (2, 1)
    remarked = program("open micrograd")
    assert remarked.stdout == f"{MICROGRAD}\n"
    assert remarked.stderr.startswith("llmpath: recorded 4.1 micrograd, but there is no browser here")


def test_refs_from_stdin_in_the_place_of_a_dash(program: Program) -> None:
    reader, writer = os.pipe()
    os.write(writer, b"micrograd\n\n  vectors\n")
    os.close(writer)
    answer = program("open --print - 4.1.3", stdin=reader)
    os.close(reader)
    assert answer == (f"{MICROGRAD}\n{VECTORS}\n{MICROGRAD}&t=488s\n", "", 0)


def test_no_prompt_without_a_terminal(program: Program) -> None:
    """Nothing waits for stdin, which here never says anything and never ends."""
    (program.home / "mine.toml").write_text(MINE)
    silent, kept_open = os.pipe()
    lines = ["mark done maths", "curriculum add mine.toml", "curriculum add mine.toml --replace"]
    lines += ["curriculum remove mine", "undo", "doctor --fix", "open maths", "config --unset speed", ""]
    for line in lines:
        assert program.end(program.start(line, stdin=silent)).code == 0, line
    os.close(silent)
    os.close(kept_open)
