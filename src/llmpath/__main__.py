"""The entry point, of the `llmpath` script and of `python -m llmpath`."""

import sys


def run() -> None:
    """Run llmpath and exit with its code; Ctrl-C while it still loads is Ctrl-C, too."""
    try:
        from llmpath.cli.main import main

        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
