"""`llmpath progress`."""

import typer

from llmpath.actions.progress import progress
from llmpath.cli import options
from llmpath.cli.call import call_of
from llmpath.render.text.progress import draw


def command(
    ctx: typer.Context,
    refs: options.Refs = None,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Show how far you are.

    A bar per section, totals, what is left.

    \b
    llmpath progress
    llmpath progress maths
    """
    call = call_of(ctx).with_options(curriculum, json)
    call.show(progress(call.session(), refs or ()), draw)
