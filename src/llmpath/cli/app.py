"""The Typer application: every command, one line each."""

from collections.abc import Callable
from typing import Annotated

import typer

from llmpath import __version__
from llmpath.actions.dashboard import dashboard
from llmpath.cli.call import call_of
from llmpath.cli.commands import (
    add,
    config,
    curriculum,
    doctor,
    list_path,
    log,
    mark,
    next_up,
    open_link,
    paths,
    progress,
    search,
    show,
    take_back,
    take_note,
)
from llmpath.cli.completion.scripts import script_for
from llmpath.cli.options import Curriculum, Json
from llmpath.render.text.dashboard import draw

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

app = typer.Typer(
    name="llmpath",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings=SETTINGS,
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"llmpath {__version__}")
        raise typer.Exit


def _show_completion(shell: str | None) -> None:
    if shell is not None:
        print(script_for(shell), end="")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def llmpath(
    ctx: typer.Context,
    curriculum: Curriculum = None,
    json: Json = False,
    version: Annotated[  # noqa: ARG001
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
    show_completion: Annotated[  # noqa: ARG001
        str | None,
        typer.Option(
            "--show-completion",
            metavar="SHELL",
            callback=_show_completion,
            is_eager=True,
            help="Print what makes bash, zsh or fish complete.",
        ),
    ] = None,
) -> None:
    """Keep your place in lectures, playlists and courses.

    Without a command: where you are, and what is next.

    \b
    llmpath list            what there is
    llmpath open next       open the next thing where you stopped
    llmpath mark done       say that you finished it
    llmpath progress        see how far you are
    """
    call = call_of(ctx).with_options(curriculum, json)
    if ctx.invoked_subcommand is None:
        call.show(dashboard(call.session()), draw)


COMMANDS: dict[str, Callable[..., None]] = {
    "list": list_path.command,
    "show": show.command,
    "next": next_up.command,
    "open": open_link.command,
    "mark": mark.command,
    "done": mark.done,
    "skip": mark.skip,
    "todo": mark.todo,
    "progress": progress.command,
    "note": take_note.command,
    "search": search.command,
    "undo": take_back.undo_command,
    "redo": take_back.redo_command,
    "log": log.command,
    "add": add.command,
    "config": config.command,
    "paths": paths.command,
    "doctor": doctor.command,
}
GROUPS = {"curriculum": curriculum.app}
VERBS = frozenset({*COMMANDS, *GROUPS})

for name, command in COMMANDS.items():
    app.command(name)(command)
for name, group in GROUPS.items():
    app.add_typer(group, name=name)
