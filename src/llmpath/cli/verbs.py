"""The verbs, each imported only when it is run or explained: none waits for what others need."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup, TyperOption

from llmpath.cli.call import call_of

VERBS = {
    "list": "list_path:command",
    "show": "show:command",
    "next": "next_up:command",
    "open": "open_link:command",
    "mark": "mark:command",
    "done": "mark:done",
    "skip": "mark:skip",
    "todo": "mark:todo",
    "progress": "progress:command",
    "note": "take_note:command",
    "search": "search:command",
    "undo": "undo:undo_command",
    "redo": "undo:redo_command",
    "log": "log:command",
    "add": "add:command",
    "config": "config:command",
    "paths": "paths:command",
    "doctor": "doctor:command",
    "curriculum": "curriculum:app",
}
"""Where each verb is, `module:name` in `cli/commands`, in the order in which help tells them."""

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Verbs(TyperGroup):
    """A group whose commands are found by name in `VERBS`."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.params.append(_plain())
        self.commands: dict[str, Any] = dict.fromkeys(VERBS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Return the command of a verb, None for any other word."""
        if cmd_name in VERBS and self.commands[cmd_name] is None:
            self.commands[cmd_name] = _built(cmd_name)
        return self.commands.get(cmd_name)


def _built(verb: str) -> Any:
    module, _, name = VERBS[verb].partition(":")
    found = getattr(import_module(f"llmpath.cli.commands.{module}"), name)
    app = found
    if not isinstance(found, typer.Typer):
        app = typer.Typer(add_completion=False, context_settings=SETTINGS, rich_markup_mode=None)
        app.command(verb)(found)
    command = typer.main.get_command(app)
    command.name = verb
    _add_plain(command)
    return command


def _add_plain(command: Any) -> None:
    """Let a command, and every one in a group, take `--plain`."""
    command.params.append(_plain())
    for inside in getattr(command, "commands", {}).values():
        _add_plain(inside)


def _plain() -> TyperOption:
    return TyperOption(
        param_decls=["--plain"],
        is_flag=True,
        default=False,
        expose_value=False,
        callback=lambda ctx, _, is_wanted: call_of(ctx).speak() if is_wanted else None,
        help="Answer in lines for a screen reader.",
    )
