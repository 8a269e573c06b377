"""The program: runs a command, and turns every refusal into one line and an exit code."""

import os
import re
import signal
import sys
from collections.abc import Sequence
from typing import Any

import typer

from llmpath.actions.session import Clock as AnyClock
from llmpath.cli import streams
from llmpath.cli.app import app
from llmpath.cli.call import Call
from llmpath.cli.screen import narrow
from llmpath.cli.verbs import VERBS
from llmpath.errors import LlmpathError, StateError, UnexpectedError, UsageError
from llmpath.outside.clock import Clock
from llmpath.render.clean import clean, one_line
from llmpath.views import SCHEMA

DEBUG = "LLMPATH_DEBUG"
INTERRUPTED = 128 + signal.SIGINT

_CommandLineError: Any = next(
    kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException"
)
"""What Typer raises for a wrong command line. It vendors Click and exports only this subclass."""


def main(argv: Sequence[str] | None = None, clock: AnyClock | None = None) -> int:
    """Run llmpath with the words of a command line and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    streams.prepare()
    call = Call(words, clock or Clock())
    try:
        code = _run(words, call)
        call.say_remarks()
        sys.stdout.flush()
    except LlmpathError as error:
        if not isinstance(error, StateError):
            call.say_remarks()
        return _refuse(error, words)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        streams.close_quietly(sys.stdout)
        return 0
    except OSError as error:
        return _refuse(_refused_by_the_system(error), words)
    except Exception as error:  # noqa: BLE001  (no fault of ours is shown as a traceback)
        return _refuse(_unexpected(error, words), words)
    _prepare(call)
    return code


def _prepare(call: Call) -> None:
    """Let the call keep what it wants to; what it was asked for is done and told, whatever comes of that."""
    try:
        call.prepare()
    except KeyboardInterrupt:
        return
    except Exception as error:  # noqa: BLE001  (it only costs time)
        _show_traceback(error)


def _run(words: list[str], call: Call) -> int:
    for word in words:
        if not word.isprintable() and any("\ud800" <= letter <= "\udfff" for letter in word):
            raise UsageError("the command line is not valid UTF-8", "check the encoding of your terminal")
    try:
        command = typer.main.get_command(app)
        width = narrow(sys.stdout)
        result: object = command.main(words, "llmpath", standalone_mode=False, obj=call, terminal_width=width)
    except _CommandLineError as error:
        raise _usage_error(error, words) from error
    except typer.Abort as error:  # what Typer makes of a file that ends too soon
        raise error.__cause__ or error from None
    except SystemExit as error:  # what Typer makes of a pipe whose reader has left
        raise BrokenPipeError from error
    return result if isinstance(result, int) else 0


def _usage_error(error: Any, words: Sequence[str]) -> UsageError:
    """Return Typer's message as one of ours, with the command whose help explains it."""
    message = error.format_message().strip().rstrip(".").replace("int range", "whole number")
    message = re.sub(r"in the range (\d+)<=x<=(\d+)", r"from \1 to \2", message)
    verbs = [word for word in words if word in VERBS][:1]
    command = error.ctx.command_path if getattr(error, "ctx", None) else " ".join(["llmpath", *verbs])
    return UsageError(message[:1].lower() + message[1:], f"{command} --help")


def _refused_by_the_system(error: OSError) -> StateError:
    """Return what the system refused as one of ours; it names a file unless that was a standard stream."""
    if error.filename is not None:
        hint = "check its permissions" if isinstance(error, PermissionError) else ""
        return StateError(f"{error.strerror}: {error.filename}", hint)
    streams.close_quietly(sys.stdout)
    return StateError(f"cannot write the answer: {error.strerror}")


def _unexpected(error: Exception, words: Sequence[str]) -> UnexpectedError:
    """Return a fault of our own as a refusal, with the command that shows where it happened."""
    import shlex

    refusal = UnexpectedError(
        f"internal error: {type(error).__name__}: {error}",
        f"to report it: {DEBUG}=1 {shlex.join(['llmpath', *words])}",
    )
    refusal.__cause__ = error
    return refusal


def _refuse(error: LlmpathError, words: Sequence[str]) -> int:
    """Say on stderr, in one line, what happened and what to do; return the exit code."""
    _show_traceback(error)
    if "--json" in words:
        import json

        facts = {"code": error.code, "message": error.message, "hint": error.hint or None}
        text = json.dumps({"schema": SCHEMA, "error": facts})
    else:
        hint = error.hint[:1].upper() + error.hint[1:]
        text = f"llmpath: {_sentence(error.message)} {_sentence(hint)}".rstrip()
    streams.say(text)
    return error.exit_code


def _show_traceback(error: Exception) -> None:
    if os.environ.get(DEBUG) == "1":
        import traceback

        print(clean("".join(traceback.format_exception(error))), end="", file=sys.stderr)


def _sentence(text: str) -> str:
    """Return a text on one line with its full stop; one that ends in a command to copy has none."""
    text = one_line(text)
    if text.lower().startswith("llmpath "):
        return f"Try: {text[:1].lower()}{text[1:]}"
    is_to_copy = any(f": {program} " in text for program in ("llmpath", "chmod", f"{DEBUG}=1"))
    return text if not text or text[-1] in ".?!" or is_to_copy else f"{text}."
