"""`llmpath curriculum check` and `llmpath curriculum schema`."""

from typing import Annotated

import typer

from llmpath.actions.check_curriculum import check_curriculum, curriculum_schema
from llmpath.cli import options
from llmpath.cli.call import call_of
from llmpath.render.text.checked import draw

app = typer.Typer(
    help="Check curricula, and describe their format.", rich_markup_mode=None, no_args_is_help=True
)


@app.command()
def check(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", show_default=False)],
    json: options.Json = False,
) -> None:
    """Check a curriculum file against all rules of the format. Exit code 1 if it breaks one.

    \b
    llmpath curriculum check mine.toml
    """
    call = call_of(ctx).with_options(None, json)
    view = check_curriculum(file)
    call.show(view, draw)
    if view.errors:
        raise typer.Exit(1)


@app.command()
def schema(ctx: typer.Context) -> None:
    """Print the JSON Schema of the format, for editors.

    \b
    llmpath curriculum schema > curriculum.schema.json
    """
    call_of(ctx).write(curriculum_schema())
