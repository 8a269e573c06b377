"""`llmpath list`."""

from typing import Annotated

import typer

from llmpath.actions.list_path import ListQuery, list_all, list_path
from llmpath.cli import options
from llmpath.cli.call import call_of
from llmpath.render.text.listing import draw, draw_all


def command(
    ctx: typer.Context,
    refs: options.Refs = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", metavar="KIND", help="Only this kind; repeatable.")
    ] = None,
    status: Annotated[
        list[str] | None, typer.Option("--status", metavar="STATUS", help="Only this status; repeatable.")
    ] = None,
    parts: Annotated[bool, typer.Option("--parts", help="Parts and chapters, too.")] = False,
    ids: Annotated[bool, typer.Option("--ids", help="Only ids, one per line.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Every curriculum, one after the other.")] = False,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """List sections and resources.

    With their status and length; a playlist's videos are videos here, too.

    \b
    llmpath list
    llmpath list maths --parts
    llmpath list --kind video --status todo
    llmpath list --ids | head
    llmpath list --all
    """
    call = call_of(ctx).with_options(curriculum, json)
    query = ListQuery(
        refs=refs or (),
        kinds=[found for word in kind or () if (found := options.kind(word))],
        statuses=[options.status(word) for word in status or ()],
        parts=parts,
        ids=ids,
    )
    if every:
        call.show(list_all(call.session(), query), draw_all)
    else:
        call.show(list_path(call.session(), query), draw)
