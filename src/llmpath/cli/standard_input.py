"""What comes through standard input: refs, for which the ref `-` stands, and texts."""

import sys
from collections.abc import Sequence
from io import BufferedReader
from typing import cast

from llmpath.domain.refs import NOTHING_NAMED
from llmpath.errors import BadRefError

LIMIT = 1024 * 1024
"""The most that is read, in bytes."""


def read(limit: int) -> bytes:
    """Return what comes, of what is longer than `limit` bytes no more than shows that.

    It is read in pieces, so that Ctrl-C is heard between them. Raises `AttributeError` where standard
    input is closed, and `ValueError` or `OSError` where it cannot be read.
    """
    stream = cast("BufferedReader", sys.stdin.buffer)
    content = bytearray()
    while len(content) <= limit and (piece := stream.read1(limit + 1 - len(content))):
        content += piece
    return bytes(content)


def with_standard_input(refs: Sequence[str] | None) -> list[str]:
    """Return refs with those of standard input in the place of `-`; blank lines name nothing.

    Where none came `NOTHING_NAMED` is there. Raises `BadRefError` for what cannot be read.
    """
    words = list(refs or ())
    if "-" not in words:
        return words
    at = words.index("-")
    words[at : at + 1] = _lines()
    return [word for word in words if word != "-"] or [NOTHING_NAMED]


def _lines() -> list[str]:
    try:
        content = read(LIMIT)
        lines = content.decode().split("\n")
    except UnicodeDecodeError:
        raise BadRefError("standard input is not UTF-8", "give it one ref a line") from None
    except (AttributeError, ValueError, OSError):
        raise BadRefError("standard input cannot be read", "give it one ref a line") from None
    if len(content) > LIMIT:
        raise BadRefError("standard input is too long", f"give it at most {LIMIT // 1024} kB of refs")
    return [line.strip() for line in lines if line.strip()]
