"""`python -m llmpath`, for where the `llmpath` script is not on PATH."""

import sys

from llmpath.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
