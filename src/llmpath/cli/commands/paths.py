"""`llmpath paths`."""

import typer

from llmpath.actions.places import places
from llmpath.cli import options
from llmpath.cli.call import call_of
from llmpath.render.text.places import draw


def command(
    ctx: typer.Context,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Show where everything lies.

    \b
    llmpath paths
    """
    call = call_of(ctx).with_options(curriculum, json)
    call.show(places(call.session()), draw)
