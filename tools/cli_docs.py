"""Writes docs/cli.md: every command as its own help tells it.

`python tools/cli_docs.py` after a change of a command, an option or its help.
`python tools/written.py` runs this and the others.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from command_tree import Argument, Command, Option, commands

FILE = Path(__file__).parents[1] / "docs/cli.md"
HEAD = """\
# Commands

<!-- Written by tools/cli_docs.py from the program itself; not for editing. -->

What `llmpath COMMAND --help` says, on one page. What a `REF` may be is in
[refs-and-marks.md](refs-and-marks.md), what `--json` answers in [json.md](json.md).
"""


def text() -> str:
    """Return the page."""
    found = commands()
    shared = shared_options(found)
    index = [(f"[`{each.name}`](#{each.name.replace(' ', '-')})", each.paragraphs[0]) for each in found]
    parts = [
        HEAD,
        _table(("command", "what it does"), index),
        "Every command that does something takes these, before or after its name:\n",
        _options(shared),
        *(part for command in found for part in _section(command, shared)),
    ]
    return "\n".join(parts)


def shared_options(found: Sequence[Command]) -> tuple[Option, ...]:
    """Return the options that every command has but groups, so that they need to be told only once."""
    doing = [command for command in found if not command.inside]
    return tuple(option for option in doing[0].options if all(option in each.options for each in doing))


def _section(command: Command, shared: Sequence[Option]) -> Iterator[str]:
    yield f"## {command.name}\n"
    yield f"```\n{command.usage}\n```\n"
    yield from (f"{paragraph}\n" for paragraph in command.paragraphs)
    explained = [argument for argument in command.arguments if argument.help]
    if explained:
        yield _table(("argument", ""), [_argument(argument) for argument in explained])
    if own := [option for option in command.options if option not in shared]:
        yield _options(own)
    yield "\n".join(["```sh", *command.examples, "```\n"])


def _argument(argument: Argument) -> tuple[str, str]:
    return f"`{argument.metavar}`", argument.help


def _options(options: Sequence[Option]) -> str:
    named = [(f"{', '.join(option.names)} {option.metavar}".rstrip(), option.help) for option in options]
    return _table(("option", ""), [(f"`{name}`", meaning) for name, meaning in named])


def _table(head: tuple[str, str], rows: Sequence[tuple[str, str]]) -> str:
    told = [tuple(cell.replace("|", r"\|") for cell in row) for row in rows]
    return "\n".join(f"| {left} | {right} |" for left, right in [head, ("---", "---"), *told]) + "\n"


def main() -> None:
    """Write the page."""
    FILE.write_text(text(), "utf-8")


if __name__ == "__main__":
    main()
