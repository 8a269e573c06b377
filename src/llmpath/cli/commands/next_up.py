"""`llmpath next`."""

from typing import Annotated

import typer

from llmpath.actions.next_up import next_up
from llmpath.cli import options
from llmpath.cli.call import call_of
from llmpath.render.text.upcoming import draw


def command(
    ctx: typer.Context,
    kind: Annotated[str | None, typer.Argument(metavar="[KIND]", show_default=False)] = None,
    count: Annotated[int, typer.Option("-n", metavar="COUNT", min=1, max=1000, help="How many things.")] = 1,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Say what to learn next, and why.

    \b
    llmpath next
    llmpath next video
    llmpath next -n 5
    """
    call = call_of(ctx).with_options(curriculum, json)
    call.show(next_up(call.session(), options.kind(kind), count), draw)
