"""`llmpath log`."""

from typing import Annotated

import typer

from llmpath.actions.log import log
from llmpath.cli import options
from llmpath.cli.call import call_of
from llmpath.render.text.log import draw


def command(
    ctx: typer.Context,
    count: Annotated[
        int, typer.Option("-n", metavar="COUNT", min=1, max=10_000, help="How many entries.")
    ] = 20,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Show what was recorded, newest first.

    This machine's last commands, and what other machines marked.

    \b
    llmpath log
    llmpath log -n 5
    """
    call = call_of(ctx).with_options(curriculum, json)
    call.show(log(call.session(), count), draw)
