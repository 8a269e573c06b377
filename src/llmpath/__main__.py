"""The entry point, of the `llmpath` script and of `python -m llmpath`."""

import gc
import sys

from llmpath.cli import at_once

COLLECT_AFTER = 100_000
"""Objects between two looks for garbage: Python's own 700 cost a start more than they save."""


def run() -> None:
    """Run llmpath and exit with its code; Ctrl-C while it still loads is Ctrl-C, too."""
    gc.set_threshold(COLLECT_AFTER)
    try:
        if at_once.answers(sys.argv[1:]):
            sys.exit(0)
        from llmpath.cli.main import main

        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
