"""`llmpath curriculum …`: which there are, which is in use, and the format."""

from typing import Annotated

import typer

from llmpath.actions.check_curriculum import check_curriculum, curriculum_schema
from llmpath.actions.curricula import add_curriculum, curricula, remove_curriculum, use_curriculum
from llmpath.cli import options
from llmpath.cli.call import call_of
from llmpath.render.text import checked
from llmpath.render.text.curricula import draw, draw_change

app = typer.Typer(add_completion=False, rich_markup_mode=None)

File = Annotated[str, typer.Argument(metavar="FILE", show_default=False, help="A curriculum as a TOML file.")]
Id = Annotated[str, typer.Argument(metavar="ID", show_default=False, help="The id of a curriculum.")]


@app.callback(invoke_without_command=True)
def group(
    ctx: typer.Context,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Choose, add and check curricula, and describe their format.

    \b
    llmpath curriculum list
    llmpath curriculum add mine.toml
    llmpath curriculum use mine
    llmpath curriculum check mine.toml
    """
    call = call_of(ctx).with_options(curriculum, json)
    if ctx.invoked_subcommand is None:
        call.write(ctx.get_help())


@app.command("list")
def list_(
    ctx: typer.Context,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """List the curricula there are.

    The one in use has a star.

    \b
    llmpath curriculum list
    """
    call = call_of(ctx).with_options(curriculum, json)
    call.show(curricula(call.session()), draw)


@app.command()
def use(
    ctx: typer.Context,
    id_: Id,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Use a curriculum from now on.

    For one call there is -c ID, for one shell LLMPATH_CURRICULUM.

    \b
    llmpath curriculum use llm-learning-pointers
    """
    call = call_of(ctx).with_options(curriculum, json)
    call.show(use_curriculum(call.session(), id_), draw_change)


@app.command()
def add(
    ctx: typer.Context,
    file: File,
    replace: Annotated[bool, typer.Option("--replace", help="Replace the one with the same id.")] = False,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Add a curriculum file to those that can be used.

    It is checked and copied. What is replaced is kept beside the copy.

    \b
    llmpath curriculum add mine.toml
    llmpath curriculum add mine.toml --replace
    """
    call = call_of(ctx).with_options(curriculum, json)
    call.show(add_curriculum(call.session(), file, replace=replace), draw_change)


@app.command()
def remove(
    ctx: typer.Context,
    id_: Id,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Remove a curriculum of your own.

    Your progress in it stays, and so does the file, put aside. The bundled curriculum cannot be removed,
    but a copy that overrides it can.

    \b
    llmpath curriculum remove mine
    """
    call = call_of(ctx).with_options(curriculum, json)
    call.show(remove_curriculum(call.session(), id_), draw_change)


@app.command()
def check(
    ctx: typer.Context,
    file: File,
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
    call.show(view, checked.draw)
    if view.errors:
        raise typer.Exit(1)


@app.command()
def schema(
    ctx: typer.Context,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Print the JSON Schema of the format, for editors.

    The output is always JSON.

    \b
    llmpath curriculum schema > curriculum.schema.json
    """
    call_of(ctx).with_options(curriculum, json).write(curriculum_schema())
