"""Writing a text in the editor of the user's choice, in a file that nobody else can read."""

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from llmpath.errors import BadNoteError, EditorError, EditorKilledError, LlmpathError, NothingNotedError
from llmpath.regular_file import read_regular

FILE_LIMIT = 1024 * 1024
"""The largest file taken back from the editor, in bytes."""

_COMMENT_SIGNS = "#;@!$%^&|:"
_STDOUT, _STDERR = 1, 2


@contextmanager
def draft(text: str, about: Sequence[str]) -> Iterator[bytes]:
    """Let the user write, from `text` on, and yield what came of it.

    The lines of `about` stand below it as comments and are left out again, as git does it. Where a
    signal ends the editor, or the block fails to keep what was written, the file stays and its place is
    told. Raises `EditorError`, and `NothingNotedError` where the editor was left with a failure.
    """
    command = _command()
    sign = next((sign for sign in _COMMENT_SIGNS if f"\n{sign}" not in f"\n{text}"), _COMMENT_SIGNS[0])
    path = _new_file(text, about, sign)
    try:
        _run([*command, str(path)])
        yield _written(path, sign)
    except (EditorError, NothingNotedError):
        shutil.rmtree(path.parent, ignore_errors=True)
        raise
    except LlmpathError as error:
        raise type(error)(f"{error.message}; what you wrote is kept in {path}", error.hint) from error
    shutil.rmtree(path.parent, ignore_errors=True)


def _command() -> list[str]:
    """Return the words that start the editor."""
    for name in ("VISUAL", "EDITOR"):
        told = os.environ.get(name, "").strip()
        if told:
            try:
                return shlex.split(told)
            except ValueError as error:
                raise EditorError(f"{name} is no command: {told}", "check its quotes") from error
    found = shutil.which("vi")
    if found is None:
        raise EditorError("there is no editor to write with", 'say it with -m "…", or set EDITOR to one')
    return [found]


def _new_file(text: str, about: Sequence[str], sign: str) -> Path:
    """Return a file in a folder of its own, with a text and what it is about."""
    import tempfile

    comments = [
        *about,
        f"Lines that begin with {sign} are left out. Without any other line nothing is noted.",
    ]
    lines = [*([text] if text else []), "", *(f"{sign} {line}" for line in comments), ""]
    try:
        path = Path(tempfile.mkdtemp(prefix="llmpath-"), "note.txt")
        path.write_bytes("\n".join(lines).encode())
    except OSError as error:
        raise EditorError(
            f"cannot make a file to write in: {error.strerror}", 'say it with -m "…"'
        ) from error
    return path


def _run(command: list[str]) -> None:
    """Run the editor on the user's terminal until it ends; Ctrl-C in it is meant for it alone."""
    screen = None if os.isatty(_STDOUT) else _STDERR
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        code = subprocess.run(command, stdout=screen, check=False).returncode
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise EditorError(
            f"cannot start the editor {command[0]}: {reason}", 'set VISUAL or EDITOR, or say it with -m "…"'
        ) from error
    finally:
        signal.signal(signal.SIGINT, before)
    if code < 0:
        raise EditorKilledError(f"nothing was noted: signal {-code} ended the editor")
    if code:
        raise NothingNotedError(f"nothing was noted: the editor ended with exit code {code}")


def _written(path: Path, sign: str) -> bytes:
    """Return what stands in the file, without its comments."""
    try:
        content = read_regular(path, FILE_LIMIT) or b""
    except OSError as error:
        raise BadNoteError(f"cannot read what you wrote: {error.strerror}") from error
    lines = content.splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(sign.encode()))
