"""The command line as plain values: the one walk over the Typer app, for all that is written from it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import typer

from llmpath.cli.app import app

EXAMPLES = "\b\n"
"""What stands before the examples in a help text, for Typer to leave their lines alone."""


class Option(NamedTuple):
    """An option by all its names; the metavar of a flag is empty."""

    names: tuple[str, ...]
    metavar: str
    help: str


class Argument(NamedTuple):
    """An argument; one that may be left out or repeated says so."""

    metavar: str
    help: str
    is_required: bool
    is_repeated: bool

    @property
    def usage(self) -> str:
        """The argument as usage lines have it: `STATUS`, `[KIND]`, `[REF]...`."""
        name = self.metavar if self.is_required else f"[{self.metavar}]"
        return f"{name}..." if self.is_repeated else name


class Command(NamedTuple):
    """A command by its path of words; `inside` are the commands of a group with their first lines."""

    path: str
    paragraphs: tuple[str, ...]
    examples: tuple[str, ...]
    arguments: tuple[Argument, ...]
    options: tuple[Option, ...]
    inside: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """The command as it is typed."""
        return f"llmpath {self.path}".rstrip()

    @property
    def usage(self) -> str:
        """How the command is typed, in one line."""
        words = ["COMMAND [ARGS]..."] if self.inside else [argument.usage for argument in self.arguments]
        return " ".join([self.name, "[OPTIONS]", *words])


def commands() -> list[Command]:
    """Return every command, a group before what is in it, `llmpath` itself first."""
    return [_command(path, command) for path, command in _walk("", typer.main.get_command(app))]


def _walk(path: str, command: Any) -> Iterator[tuple[str, Any]]:
    yield path, command
    for name, inside in _inside(command):
        yield from _walk(f"{path} {name}".lstrip(), inside)


def _inside(group: Any) -> list[tuple[str, Any]]:
    return [(name, group.get_command(None, name)) for name in getattr(group, "commands", ())]


def _command(path: str, command: Any) -> Command:
    paragraphs = command.help.split("\n\n")
    return Command(
        path,
        tuple(" ".join(text.split()) for text in paragraphs if not text.startswith(EXAMPLES)),
        tuple(
            line
            for text in paragraphs
            if text.startswith(EXAMPLES)
            for line in text.removeprefix(EXAMPLES).splitlines()
        ),
        tuple(_argument(found) for found in _parameters(command, "argument")),
        tuple(_option(found) for found in _parameters(command, "option")),
        tuple((name, inside.get_short_help_str(1000)) for name, inside in _inside(command)),
    )


def _parameters(command: Any, kind: str) -> list[Any]:
    context = command.context_class(command, help_option_names=["--help", "-h"])
    return [parameter for parameter in command.get_params(context) if parameter.param_type_name == kind]


def _argument(argument: Any) -> Argument:
    return Argument(_metavar(argument), argument.help or "", argument.required, argument.nargs == -1)


def _option(option: Any) -> Option:
    names = tuple(sorted(option.opts, key=len))
    return Option(names, "" if option.is_flag else _metavar(option), option.help or "")


def _metavar(parameter: Any) -> str:
    metavar = str(parameter.metavar or parameter.type.name.upper())
    return metavar.replace("...", "").strip("[]")
