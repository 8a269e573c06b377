"""`llmpath open`."""

import sys
from typing import Annotated

import typer

from llmpath.actions.open_link import links, open_links, send_links
from llmpath.cli import options
from llmpath.cli.call import call_of
from llmpath.cli.screen import is_terminal, terminal
from llmpath.outside.browser import Browser
from llmpath.outside.clipboard import Clipboard
from llmpath.render.text.opened import draw


def command(
    ctx: typer.Context,
    refs: options.Refs = None,
    from_start: Annotated[
        bool, typer.Option("--from-start", help="From the beginning, not where you stopped.")
    ] = False,
    print_: Annotated[bool, typer.Option("--print", help="Print the link; open and record nothing.")] = False,
    copy: Annotated[
        bool, typer.Option("--copy", help="Send the link to the terminal's clipboard; record nothing.")
    ] = False,
    time: options.For = None,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Open a thing where you stopped.

    The opening is recorded first. Without a ref: what is next. A playlist or section opens its next part.

    \b
    llmpath open
    llmpath open next video
    llmpath open micrograd --from-start
    llmpath open micrograd@12:30
    llmpath open next --for 25m
    llmpath open 4.1.3 --print
    """
    call = call_of(ctx).with_options(curriculum, json)
    session = call.session()
    asked, seconds = refs or ["next"], options.time_there_is(time)
    if print_:
        answer = links(session, asked, seconds, from_start=from_start)
    elif copy:
        answer = send_links(session, asked, seconds, Clipboard(terminal()), from_start=from_start)
    else:
        browser = Browser(is_terminal=is_terminal(sys.stdout))
        answer = open_links(session, asked, seconds, browser, from_start=from_start)
    call.finish(answer, draw)
