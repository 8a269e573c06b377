"""`llmpath show`."""

import typer

from llmpath.actions.show import show
from llmpath.cli import options
from llmpath.cli.call import call_of
from llmpath.render.text.show import draw


def command(
    ctx: typer.Context,
    refs: options.Refs = None,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Show one thing, whole.

    Link, author, parts with their status, notes, history, where else it appears.
    Without a ref: what was opened last.

    \b
    llmpath show micrograd
    llmpath show 4.1.3
    llmpath show next
    """
    call = call_of(ctx).with_options(curriculum, json)
    call.show(show(call.session(), refs or ["last"]), draw)
