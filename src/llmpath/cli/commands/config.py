"""`llmpath config`."""

from typing import Annotated

import typer

from llmpath.actions.settings import set_value, settings, unset
from llmpath.cli import options
from llmpath.cli.call import call_of
from llmpath.errors import UsageError
from llmpath.render.text.settings import draw, draw_change


def command(
    ctx: typer.Context,
    key: Annotated[
        str | None, typer.Argument(metavar="[KEY]", show_default=False, help="The name of a setting.")
    ] = None,
    value: Annotated[
        str | None, typer.Argument(metavar="[VALUE]", show_default=False, help="Its new value.")
    ] = None,
    is_unset: Annotated[bool, typer.Option("--unset", help="Reset KEY to its default.")] = False,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Show settings, or set one.

    Without a key: every setting, its value, and whether a flag, the environment, the file or nothing
    says it. A flag overrides the environment, and that the file.

    curriculum is the one in use (LLMPATH_CURRICULUM). speed, 0.5 to 4, is how fast you play videos: what
    is left of them is divided by it (LLMPATH_SPEED).

    \b
    llmpath config
    llmpath config speed
    llmpath config speed 1.5
    llmpath config --unset speed
    """
    call = call_of(ctx).with_options(curriculum, json)
    if is_unset:
        if key is None or value is not None:
            raise UsageError("--unset takes the name of a setting", "llmpath config --unset speed")
        call.show(unset(call.session(), key), draw_change)
    elif key is not None and value is not None:
        call.show(set_value(call.session(), key, value), draw_change)
    else:
        call.show(settings(call.session(), key), draw)
