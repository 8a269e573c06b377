r"""Writes docs/llmpath.1, the man page: every command as its own help tells it, in roff.

`python tools/man_page.py` after a change of a command, an option or its help.
`python tools/written.py` runs this and the others. In roff `\-` is the hyphen that is typed, `\(aq` the
straight quote, and a line that begins with `.` or `'` is a request.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import fill

from cli_docs import shared_options
from command_tree import Command, Option, commands
from llmpath import __version__

FILE = Path(__file__).parents[1] / "docs/llmpath.1"
HEAD = r".\" Written by tools/man_page.py from the program itself; not for editing."

ENVIRONMENT = {
    "LLMPATH_CURRICULUM": "The curriculum in use, by id or file. -c goes over it.",
    "LLMPATH_SPEED": "How fast you play videos, 0.5 to 4.",
    "LLMPATH_STATE_DIR": "The folder of your progress.",
    "LLMPATH_PAGER": "What shows an answer longer than the screen, over PAGER. Empty: nothing does.",
    "LLMPATH_PLAIN": "1 answers on a terminal as --plain does, in lines for a screen reader.",
    "LLMPATH_NO_CACHE": "1 works everything out anew and keeps nothing in the cache folder.",
    "LLMPATH_DEBUG": "1 shows the traceback behind a refusal.",
    "BROWSER": "The program that opens links.",
    "VISUAL, EDITOR": "The editor for notes.",
    "NO_COLOR, FORCE_COLOR": "No colour on a terminal; drawn as for a terminal into a pipe, too.",
    "COLUMNS": "The width of the terminal.",
}
EXIT_STATUS = {
    "0": "It worked; also where nothing is left, found or to be changed.",
    "1": "It could not be done.",
    "2": "The command line is wrong.",
    "130": "Ctrl-C.",
}


def text() -> str:
    """Return the page."""
    return "\n".join(line for line in _lines() if line) + "\n"


def _lines() -> Iterator[str]:
    whole, *verbs = found = commands()
    shared = shared_options(found)
    yield HEAD
    yield f'.TH LLMPATH 1 "" "llmpath {__version__}" "User commands"'
    yield f".SH NAME\nllmpath \\- {_escaped(_as_phrase(whole.paragraphs[0]))}"
    yield f".SH SYNOPSIS\n{_usage(whole)}"
    yield ".SH DESCRIPTION"
    yield from _description(whole.paragraphs[1:])
    yield from _examples(whole)
    yield ".SH OPTIONS\nEvery command that does something takes the first of these, too."
    first = [option for option in whole.options if option in shared]
    yield from _options([*first, *(option for option in whole.options if option not in shared)])
    yield ".SH COMMANDS"
    for command in verbs:
        yield from _command(command, shared)
    yield from _glossary("ENVIRONMENT", ENVIRONMENT)
    yield from _glossary("EXIT STATUS", EXIT_STATUS)


def _command(command: Command, shared: Sequence[Option]) -> Iterator[str]:
    yield f".SS {_escaped(command.name)}\n{_usage(command)}\n.PP"
    yield from _description(command.paragraphs)
    yield from _terms({_named("", each.metavar): each.help for each in command.arguments if each.help})
    yield from _options([option for option in command.options if option not in shared])
    yield from _examples(command)


def _description(paragraphs: Sequence[str]) -> Iterator[str]:
    yield "\n.PP\n".join(_prose(paragraph) for paragraph in paragraphs)


def _options(options: Sequence[Option]) -> Iterator[str]:
    yield from _terms({_named(", ".join(each.names), each.metavar): each.help for each in options})


def _glossary(title: str, terms: dict[str, str]) -> Iterator[str]:
    yield f".SH {title}"
    yield from _terms({_named(name, ""): meaning for name, meaning in terms.items()})


def _terms(terms: dict[str, str]) -> Iterator[str]:
    for term, meaning in terms.items():
        yield f".TP\n{term}\n{_prose(meaning)}"


def _examples(command: Command) -> Iterator[str]:
    yield "\n".join([".PP", ".RS 4", ".nf", *map(_escaped, command.examples), ".fi", ".RE"])


def _usage(command: Command) -> str:
    name, _, rest = command.usage.partition(" [OPTIONS]")
    return f"\\fB{_escaped(name)}\\fR [OPTIONS]{_escaped(rest)}"


def _named(words: str, metavar: str) -> str:
    """Return what is typed as it is in bold, and what stands for something in italics."""
    typed, stands_for = f"\\fB{_escaped(words)}\\fR", f"\\fI{_escaped(metavar)}\\fR"
    return " ".join([*[typed][: bool(words)], *[stands_for][: bool(metavar)]])


def _prose(paragraph: str) -> str:
    """Return a paragraph with each sentence begun on a line, as roff wants it, and `code` in bold."""
    escaped = re.sub(r"`(.*?)`", r"\\fB\1\\fR", _escaped(paragraph))
    sentences = re.split(r"(?<=[.?!]) ", escaped)
    return "\n".join(fill(sentence, 80, break_on_hyphens=False) for sentence in sentences)


def _escaped(words: str) -> str:
    plain = words.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq")
    return rf"\&{plain}" if plain.startswith(".") else plain


def _as_phrase(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".")


def main() -> None:
    """Write the page."""
    FILE.write_text(text(), "utf-8")


if __name__ == "__main__":
    main()
