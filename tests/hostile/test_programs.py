"""No command but `open` starts a program, and none asks the network."""

import pytest

from hostile.commands import EVERY
from hostile.learner import Learner
from llmpath.cli.verbs import VERBS


def test_every_verb_stands_in_the_list_of_commands() -> None:
    assert {line.split()[0] for line in EVERY if line} == set(VERBS)


@pytest.mark.parametrize("option", ["", " --json"])
def test_no_command_but_open_starts_a_program_or_asks_the_network(learner: Learner, option: str) -> None:
    answers = learner.forks([f"{line}{option}".strip() for line in EVERY])
    assert {answer.code for answer in answers.values()} == {0}
    for line, answer in answers.items():
        started = [deed.event for deed in answer.deeds if not deed.changed]
        opens = line.startswith("open 1.1") and "--print" not in line
        assert started == (["subprocess.Popen"] if opens else []), line


def test_no_command_but_open_starts_a_program_on_a_terminal(learner: Learner) -> None:
    environ = {"TERM": "xterm-256color", "DISPLAY": ":0", "PAGER": None, "LLMPATH_PAGER": None}
    answers = learner.forks(environ=environ, stdout="terminal")
    assert [line for line, answer in answers.items() for deed in answer.deeds if not deed.changed] == [
        "open 1.1"
    ]
