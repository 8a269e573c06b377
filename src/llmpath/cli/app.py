"""The Typer application: its options, and what llmpath shows without a verb."""

from typing import Annotated

import typer

from llmpath import __version__
from llmpath.cli.call import call_of
from llmpath.cli.completion.scripts import script_for
from llmpath.cli.options import Curriculum, Json
from llmpath.cli.verbs import SETTINGS, Verbs

app = typer.Typer(
    name="llmpath",
    cls=Verbs,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings=SETTINGS,
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"llmpath {__version__}")
        raise typer.Exit


def _show_completion(shell: str | None) -> None:
    if shell is not None:
        print(script_for(shell), end="")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def llmpath(
    ctx: typer.Context,
    curriculum: Curriculum = None,
    json: Json = False,
    version: Annotated[  # noqa: ARG001
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
    show_completion: Annotated[  # noqa: ARG001
        str | None,
        typer.Option(
            "--show-completion",
            metavar="SHELL",
            callback=_show_completion,
            is_eager=True,
            help="Print the completion script for bash, zsh or fish.",
        ),
    ] = None,
) -> None:
    """Keep your place in lectures, playlists and courses.

    Without a command: where you are, and what is next.

    \b
    llmpath list            what there is
    llmpath open next       open the next thing where you stopped
    llmpath mark done       say that you finished it
    llmpath progress        see how far you are
    """
    call = call_of(ctx).with_options(curriculum, json)
    if ctx.invoked_subcommand is None:
        from llmpath.cli.commands.dashboard import show

        show(call)
