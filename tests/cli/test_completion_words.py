"""What completion knows of the command line is what the command line is."""

import completion_words
from llmpath.cli.completion import words

WRITE = "stale: python tools/completion_words.py writes it anew"


def test_its_verbs_options_arguments_and_values_are_those_of_the_program() -> None:
    assert completion_words.subcommands() == words.SUBCOMMANDS, WRITE
    assert completion_words.options() == words.OPTIONS, WRITE
    assert completion_words.arguments() == words.ARGUMENTS, WRITE
    assert completion_words.values() == words.VALUES, WRITE
