"""`llmpath search`."""

from typing import Annotated

import typer

from llmpath.actions.search import search
from llmpath.cli import options
from llmpath.cli.call import call_of
from llmpath.render.text.search import draw


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS...", show_default=False, help="All of them must be there, in any order."
        ),
    ],
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Find titles, chapters and notes by words.

    Case and accents do not matter. Each hit begins with the ref that opens it.

    \b
    llmpath search gradient
    llmpath search chain rule
    """
    call = call_of(ctx).with_options(curriculum, json)
    call.show(search(call.session(), " ".join(words)), draw)
