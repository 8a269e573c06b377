"""`llmpath doctor`."""

from typing import Annotated

import typer

from llmpath.actions.doctor import doctor
from llmpath.cli import options
from llmpath.cli.call import call_of
from llmpath.render.text.doctor import draw


def command(
    ctx: typer.Context,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely.")] = False,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Check that all is well with your progress, and mend it.

    The exit code is 1 while something is not well. With --fix the progress as it stood is kept, and
    nothing that could not be read is deleted. The answer can be shown to anyone: your home folder and
    notes are not in it.

    \b
    llmpath doctor
    llmpath doctor --fix
    """
    call = call_of(ctx).with_options(curriculum, json)
    view, problem = doctor(call.session(), fix=fix)
    call.show(view, draw)
    if problem:
        raise problem
