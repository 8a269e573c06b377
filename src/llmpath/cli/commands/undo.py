"""`llmpath undo` and `llmpath redo`."""

from typing import Annotated

import typer

from llmpath.actions.undo import redo, undo
from llmpath.cli import options
from llmpath.cli.call import call_of
from llmpath.render.text.marked import draw_undo


def undo_command(
    ctx: typer.Context,
    count: Annotated[
        int,
        typer.Argument(
            metavar="[N]", min=1, max=1000, show_default=False, help="How many commands; 1 by default."
        ),
    ] = 1,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Take back the last command, or the last N.

    Marks, openings and notes count; how an add or a setting is taken back, its own answer says. What another
    machine changed since is left alone.

    \b
    llmpath undo
    llmpath undo 3
    """
    call = call_of(ctx).with_options(curriculum, json)
    call.show(undo(call.session(), count), draw_undo)


def redo_command(
    ctx: typer.Context,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Bring back what was taken back last.

    It works until the next new command.

    \b
    llmpath redo
    """
    call = call_of(ctx).with_options(curriculum, json)
    call.show(redo(call.session()), draw_undo)
