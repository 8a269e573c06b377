"""Writes src/llmpath/cli/completion/words.py: what the command line knows, for completion to read fast.

`python tools/completion_words.py` after a change of a command, an option or its help.
`python tools/written.py` runs this and the others.
"""

import subprocess
import sys
from pathlib import Path
from pprint import pformat
from typing import get_args

from command_tree import commands
from llmpath.cli.completion.scripts import SCRIPTS
from llmpath.domain.outline import KINDS
from llmpath.domain.records import Status
from llmpath.domain.settings import SETTINGS

MODULE = Path(__file__).parents[1] / "src/llmpath/cli/completion/words.py"
HEAD = '"""What the command line knows, by verb. Written by tools/completion_words.py; not for editing."""'

Pairs = tuple[tuple[str, str], ...]


def subcommands() -> dict[str, Pairs]:
    """Return the verbs of each group with their help; the group of all is called by the empty word."""
    return {command.path: command.inside for command in commands() if command.inside}


def options() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Return name, metavar and help of each command's options; the metavar of a flag is empty."""
    return {
        command.path: tuple(
            (name, option.metavar, option.help) for option in command.options for name in option.names
        )
        for command in commands()
    }


def arguments() -> dict[str, tuple[str, ...]]:
    """Return the metavars of each command's arguments, that of a repeatable one with three dots."""
    return {
        command.path: tuple(f"{found.metavar}{'...' * found.is_repeated}" for found in command.arguments)
        for command in commands()
        if command.arguments
    }


def values() -> dict[str, Pairs]:
    """Return the few words that a metavar stands for, with what they mean where it needs saying."""
    return {
        "DATE": (("today", ""), ("yesterday", "")),
        "KEY": tuple((name, setting.right) for name, setting in SETTINGS.items()),
        "KIND": tuple((kind, "") for kind in KINDS),
        "SHELL": tuple((shell, "") for shell in SCRIPTS),
        "STATUS": tuple((status, "") for status in get_args(Status)),
    }


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
