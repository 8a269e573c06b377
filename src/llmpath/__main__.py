"""The entry point, of the `llmpath` script and of `python -m llmpath`."""

import gc
import os
import sys

from llmpath.cli import at_once

COLLECT_AFTER = 100_000
"""Objects between two looks for garbage: Python's own 700 cost a start more than they save."""


def run() -> None:
    """Run llmpath and exit with its code; Ctrl-C while it still loads is Ctrl-C, too.

    A shell that completes never starts a command, whatever its words.
    """
    gc.set_threshold(COLLECT_AFTER)
    try:
        if os.environ.get("_LLMPATH_COMPLETE"):
            from llmpath.cli.completion.answer import answer

            return answer()
        if at_once.answers(sys.argv[1:]):
            sys.exit(0)
        from llmpath.cli.main import main

        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
