"""The entry point, of the `llmpath` script and of `python -m llmpath`."""

import os
import sys


def run() -> None:
    """Run llmpath and exit with its code; Ctrl-C while it still loads is Ctrl-C, too.

    A shell that completes never starts a command, whatever its words.
    """
    try:
        if os.environ.get("_LLMPATH_COMPLETE"):
            from llmpath.cli.completion.answer import answer

            return answer()
        from llmpath.cli.main import main

        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
