"""`llmpath mark`, and its short forms `done`, `skip` and `todo`."""

from typing import Annotated

import typer

from llmpath.actions.mark import mark
from llmpath.cli import options
from llmpath.cli.call import Call, call_of
from llmpath.domain.marker import Statement
from llmpath.domain.records import Status
from llmpath.errors import UsageError
from llmpath.render.text.marked import draw_mark


def command(
    ctx: typer.Context,
    status: Annotated[
        str, typer.Argument(metavar="STATUS", show_default=False, help="done, skipped, doing or todo")
    ],
    refs: options.Refs = None,
    on: options.On = None,
    known: options.Known = False,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Mark things done, skipped, doing or todo.

    Without a ref: what was opened last. Marks on a section or playlist go to everything in it.

    \b
    llmpath mark doing micrograd@1:08:20
    llmpath mark done micrograd/3..7
    llmpath mark done
    llmpath mark skipped tensors
    llmpath mark done vectors --on yesterday
    llmpath mark done calculus --known
    """
    call = call_of(ctx).with_options(curriculum, json)
    _mark(call, options.status(status, ": llmpath mark done REF"), refs, on, known=known)


def done(
    ctx: typer.Context,
    refs: options.Refs = None,
    on: options.On = None,
    known: options.Known = False,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Mark things done; short for `mark done`.

    \b
    llmpath done
    llmpath done micrograd
    """
    _mark(call_of(ctx).with_options(curriculum, json), "done", refs, on, known=known)


def skip(
    ctx: typer.Context,
    refs: options.Refs = None,
    on: options.On = None,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Mark things skipped; short for `mark skipped`.

    \b
    llmpath skip tensors
    """
    _mark(call_of(ctx).with_options(curriculum, json), "skipped", refs, on)


def todo(
    ctx: typer.Context,
    refs: options.Refs = None,
    curriculum: options.Curriculum = None,
    json: options.Json = False,
) -> None:
    """Mark things never done; short for `mark todo`.

    One step back is `undo`.

    \b
    llmpath todo micrograd
    """
    _mark(call_of(ctx).with_options(curriculum, json), "todo", refs, None)


def _mark(call: Call, status: Status, refs: list[str] | None, on: str | None, *, known: bool = False) -> None:
    if known and status != "done":
        raise UsageError("--known goes with done", "leave it out")
    session = call.session()
    now = session.now()
    said = Statement(status=status, on=options.day(on, now.today), known=known)
    call.show(mark(session, refs or ["last"], said, now), draw_mark)
