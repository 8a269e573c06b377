"""Showing a long text in the pager of the user's choice."""

import os
import shlex
import signal
import subprocess

DEFAULTS = {"LESS": "FRX", "LV": "-c"}
"""What keeps colour in the usual pagers, for who has not told them otherwise; git does the same."""


def page(text: bytes, command: str) -> bool:
    """Run the pager until it is left, which may be early; False where it failed, so that nothing is lost.

    Ctrl-C while it runs is meant for it alone.
    """
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        pager = subprocess.Popen(shlex.split(command), stdin=subprocess.PIPE, env=DEFAULTS | os.environ)
        pager.communicate(text)
    except (OSError, ValueError):
        return False
    finally:
        signal.signal(signal.SIGINT, before)
    return pager.returncode == 0
