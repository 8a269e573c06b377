"""Refs from standard input: the ref `-` stands for one on each line."""

import sys
from collections.abc import Sequence

from llmpath.domain.refs import NOTHING_NAMED
from llmpath.errors import BadRefError

LIMIT = 1024 * 1024
"""The most that is read, in bytes."""


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
        content = sys.stdin.buffer.read(LIMIT + 1)
        lines = content.decode().split("\n")
    except UnicodeDecodeError:
        raise BadRefError("standard input is not UTF-8", "give it one ref a line") from None
    except (AttributeError, ValueError, OSError):
        raise BadRefError("standard input cannot be read", "give it one ref a line") from None
    if len(content) > LIMIT:
        raise BadRefError("standard input is too long", f"give it at most {LIMIT // 1024} kB of refs")
    return [line.strip() for line in lines if line.strip()]
