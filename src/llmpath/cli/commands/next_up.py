"""`llmpath next`."""

from typing import Annotated

import typer

from llmpath.actions.next_up import next_for, next_up
from llmpath.cli import options
from llmpath.cli.call import call_of
from llmpath.render.text.upcoming import draw, draw_short


def command(
    ctx: typer.Context,
    kind: Annotated[
        str | None,
        typer.Argument(metavar="[KIND]", show_default=False, help="Only this kind, such as video."),
    ] = None,
    count: Annotated[
        int | None,
        typer.Option("-n", metavar="COUNT", min=1, max=1000, help="How many things; 1 without --for."),
    ] = None,
    time: options.For = None,
    short: Annotated[bool, typer.Option("--short", help="One plain line, for prompts.")] = False,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Say what to learn next, and why.

    With --for, the chapters and other pieces that fit into the time there is.

    \b
    llmpath next
    llmpath next video
    llmpath next -n 5
    llmpath next --for 25m
    llmpath next --short
    """
    call = call_of(ctx).with_options(curriculum, json)
    seconds = options.time_there_is(time)
    if seconds is None:
        view = next_up(call.session(), options.kind(kind), count or 1)
    else:
        view = next_for(call.session(), options.kind(kind), seconds, count)
    call.show(view, draw_short if short else draw)
