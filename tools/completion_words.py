"""Writes src/llmpath/cli/completion/words.py: what the command line knows, for completion to read fast.

`python tools/completion_words.py` after a change of a command, an option or its help.
"""

import subprocess
import sys
from pathlib import Path
from pprint import pformat
from typing import Any, get_args

import typer

from llmpath.cli.app import app
from llmpath.cli.completion.scripts import SCRIPTS
from llmpath.domain.outline import KINDS
from llmpath.domain.records import Status
from llmpath.domain.settings import SETTINGS

MODULE = Path(__file__).parents[1] / "src/llmpath/cli/completion/words.py"
HEAD = '"""What the command line knows, by verb. Written by tools/completion_words.py; not for editing."""'

Pairs = tuple[tuple[str, str], ...]


def subcommands() -> dict[str, Pairs]:
    """Return the verbs of each group with their help; the group of all is called by the empty word."""
    return {
        path: tuple((name, inside.get_short_help_str(1000)) for name, inside in _inside(command))
        for path, command in _commands()
        if hasattr(command, "commands")
    }


def options() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Return name, metavar and help of each command's options; the metavar of a flag is empty."""
    return {
        path: tuple(
            (name, _metavar(option), option.help or "")
            for option in _parameters(command, "option")
            for name in sorted(option.opts, key=len)
        )
        for path, command in _commands()
    }


def arguments() -> dict[str, tuple[str, ...]]:
    """Return the metavars of each command's arguments, that of a repeatable one with three dots."""
    found = {
        path: tuple(_metavar(argument) for argument in _parameters(command, "argument"))
        for path, command in _commands()
    }
    return {path: metavars for path, metavars in found.items() if metavars}


def values() -> dict[str, Pairs]:
    """Return the few words that a metavar stands for, with what they mean where it needs saying."""
    return {
        "DATE": (("today", ""), ("yesterday", "")),
        "KEY": tuple((name, setting.right) for name, setting in SETTINGS.items()),
        "KIND": tuple((kind, "") for kind in KINDS),
        "SHELL": tuple((shell, "") for shell in SCRIPTS),
        "STATUS": tuple((status, "") for status in get_args(Status)),
    }


def _commands() -> list[tuple[str, Any]]:
    """Return every command by its path of words, a group before what is in it."""
    found: list[tuple[str, Any]] = [("", typer.main.get_command(app))]
    for path, group in found:
        found += [(f"{path} {name}".lstrip(), command) for name, command in _inside(group)]
    return found


def _inside(group: Any) -> list[tuple[str, Any]]:
    return [(name, group.get_command(None, name)) for name in getattr(group, "commands", ())]


def _parameters(command: Any, kind: str) -> list[Any]:
    context = command.context_class(command, help_option_names=["--help", "-h"])
    return [parameter for parameter in command.get_params(context) if parameter.param_type_name == kind]


def _metavar(parameter: Any) -> str:
    if getattr(parameter, "is_flag", False):
        return ""
    metavar = str(parameter.metavar or parameter.type.name.upper())
    name = metavar.replace("...", "").strip("[]")
    return f"{name}..." if parameter.nargs == -1 else name


def main() -> None:
    """Write the module, in the project's layout."""
    tables = {
        "SUBCOMMANDS: dict[str, tuple[tuple[str, str], ...]]": subcommands(),
        "OPTIONS: dict[str, tuple[tuple[str, str, str], ...]]": options(),
        "ARGUMENTS: dict[str, tuple[str, ...]]": arguments(),
        "VALUES: dict[str, tuple[tuple[str, str], ...]]": values(),
    }
    blocks = [f"{name} = {pformat(table, sort_dicts=False)}" for name, table in tables.items()]
    MODULE.write_text("\n\n".join([HEAD, *blocks]) + "\n", "utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(MODULE)], check=True)


if __name__ == "__main__":
    main()
