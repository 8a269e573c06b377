"""Commands as processes of their own, each forked from one that has loaded llmpath already.

So every command has real streams, rights and an end of its own at a tenth of the price of a new
interpreter, and what it does to the world is known.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from hostile.deeds import Deed, written_down

Stream = Literal["file", "terminal", "full", "closed", "gone"]


class Fork(NamedTuple):
    """What became of a command."""

    stdout: str
    stderr: str
    code: int
    deeds: list[Deed]


def forked(
    lines: Sequence[Sequence[str]],
    environ: Mapping[str, str],
    *,
    stdout: Stream = "file",
    by: Sequence[str] = (),
) -> list[Fork]:
    """Run command lines one after the other; `by` is a program that starts the first process."""
    asked = json.dumps({"lines": lines, "environ": dict(environ), "stdout": stdout})
    tests = str(Path(__file__).parents[1])
    process = subprocess.run(
        [*by, sys.executable, "-B", "-m", "hostile.forking"],
        input=asked.encode(),
        env={"PATH": os.environ["PATH"], "PYTHONPATH": tests, "TZ": "UTC"},
        stdout=subprocess.PIPE,
        check=True,
    )
    return [Fork(out, err, code, written_down(log)) for out, err, log, code in json.loads(process.stdout)]
