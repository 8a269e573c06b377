"""Answers a shell: the words typed after `llmpath` are the arguments, the last one is under the cursor.

The answer is one candidate a line, `value<TAB>help`. A line that begins with the tab asks the shell for
names of files, `<TAB>.toml` for those that end so. Here and in what this imports stands nothing but what a
bare interpreter has loaded: a key is pressed, and someone waits.
"""

import os
import sys

from llmpath.cli.completion.offers import offers


def answer() -> None:
    """Write the candidates; where anything goes wrong, none: a line is being typed on the screen."""
    try:  # noqa: SIM105  contextlib costs an import
        _write(offers(sys.argv[1:]))
    except Exception:  # noqa: BLE001, S110  a message would land in the middle of that line
        pass


def _write(content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(1, rest) :]
