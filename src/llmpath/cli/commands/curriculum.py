"""`llmpath curriculum check` and `llmpath curriculum schema`."""

from typing import Annotated

import typer

from llmpath.actions.check_curriculum import check_curriculum, curriculum_schema
from llmpath.cli import options
from llmpath.cli.call import call_of
from llmpath.render.text.checked import draw

app = typer.Typer(rich_markup_mode=None)


@app.callback(invoke_without_command=True)
def group(ctx: typer.Context) -> None:
    """Check curricula, and describe their format.

    \b
    llmpath curriculum check mine.toml
    llmpath curriculum schema
    """
    if ctx.invoked_subcommand is None:
        call_of(ctx).write(ctx.get_help())


@app.command()
def check(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", show_default=False)],
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Check a curriculum file.

    Against all rules of the format; the exit code is 1 if it breaks one.

    \b
    llmpath curriculum check mine.toml
    """
    call = call_of(ctx).with_options(curriculum, json)
    view = check_curriculum(file)
    call.show(view, draw)
    if view.errors:
        raise typer.Exit(1)


@app.command()
def schema(
    ctx: typer.Context,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Print the JSON Schema of the format, for editors.

    It is JSON in any case.

    \b
    llmpath curriculum schema > curriculum.schema.json
    """
    call_of(ctx).with_options(curriculum, json).write(curriculum_schema())
