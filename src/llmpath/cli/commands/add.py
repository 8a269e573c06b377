"""`llmpath add`."""

from typing import Annotated

import typer

from llmpath.actions.add_resource import Wanted, add_resource
from llmpath.cli import options
from llmpath.cli.call import call_of
from llmpath.render.text.added import draw


def command(
    ctx: typer.Context,
    link: Annotated[
        str,
        typer.Argument(metavar="LINK", show_default=False, help="What to learn from: http:// or https://."),
    ],
    to: Annotated[
        str | None, typer.Option("--to", metavar="SECTION", help="The section; else the last one.")
    ] = None,
    title: Annotated[
        str | None,
        typer.Option("--title", metavar="TITLE", help="Its title; by default from the link."),
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="Its kind; by default from the link.")
    ] = None,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Add a link to your own copy of the curriculum.

    The bundled curriculum is copied for that, and the copy is used from then on. Nothing is fetched.

    \b
    llmpath add https://arxiv.org/abs/1706.03762 --title "Attention Is All You Need"
    llmpath add https://github.com/karpathy/minbpe --to coding
    """
    call = call_of(ctx).with_options(curriculum, json)
    wanted = Wanted(link=link, section=to, title=title, kind=options.kind(kind))
    call.show(add_resource(call.session(), wanted), draw)
