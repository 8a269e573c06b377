"""`llmpath note`."""

from functools import partial
from typing import Annotated

import typer

from llmpath.actions.take_note import add_note, delete_note, edit_note, list_notes
from llmpath.cli import options
from llmpath.cli.call import call_of
from llmpath.cli.writing import written
from llmpath.errors import UsageError
from llmpath.render.text.note import draw
from llmpath.views.note import NotesView


def command(
    ctx: typer.Context,
    refs: options.Refs = None,
    text: Annotated[str | None, typer.Option("-m", metavar="TEXT", help="The text of the note.")] = None,
    is_list: Annotated[bool, typer.Option("--list", help="Show the notes, on REF or on everything.")] = False,
    edit: Annotated[str | None, typer.Option("--edit", metavar="ID", help="Change a note.")] = None,
    delete: Annotated[str | None, typer.Option("--delete", metavar="ID", help="Delete a note.")] = None,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Note something on a thing, or on a moment of a video.

    Without a ref: on what was opened last. A link copied at the current time puts it on that second, a
    chapter at its beginning. Without -m the text comes from a pipe, or is written in your editor. Every
    note has an id, for --edit and --delete; its beginning will do.

    \b
    llmpath note -m "gradients add up"
    llmpath note micrograd -m "watch it again"
    llmpath note "https://youtu.be/VMj-3S1tku0?t=750" -m "the chain rule"
    llmpath note --list
    """
    call = call_of(ctx).with_options(curriculum, json)
    _refuse_unclear(text, edit, delete, is_list=is_list)
    session, write = call.session(), partial(written, text)
    view: NotesView
    if is_list:
        view = list_notes(session, refs or ())
    elif edit is not None:
        view = edit_note(session, refs or (), edit, write)
    elif delete is not None:
        view = delete_note(session, refs or (), delete)
    else:
        view = add_note(session, refs or ["last"], write)
    call.show(view, draw)


def _refuse_unclear(text: str | None, edit: str | None, delete: str | None, *, is_list: bool) -> None:
    """Raise `UsageError` for options that do not go together."""
    asked = [
        name
        for name, is_there in (
            ("--list", is_list),
            ("--edit", edit is not None),
            ("--delete", delete is not None),
        )
        if is_there
    ]
    if len(asked) > 1:
        raise UsageError(f"{' and '.join(asked)} do not go together", "say one of them")
    if text is not None and asked in (["--list"], ["--delete"]):
        raise UsageError(f"-m does not go with {asked[0]}", "leave it out")
