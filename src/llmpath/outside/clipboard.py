"""The clipboard of the terminal, also of one at the other end of ssh."""

import os
from base64 import b64encode
from typing import TextIO


class Clipboard:
    """Takes texts by an escape code, OSC 52, which a terminal may obey and never answers."""

    def __init__(self, terminal: TextIO | None) -> None:
        self._terminal = terminal

    def send(self, text: str) -> bool:
        """Hand a text to the terminal; False without one.

        tmux, by its own settings, passes on what is wrapped for it or takes the bare code itself.
        """
        if self._terminal is None:
            return False
        code = f"\x1b]52;c;{b64encode(text.encode()).decode()}\x07"
        if os.environ.get("TMUX"):
            code += "\x1bPtmux;" + code.replace("\x1b", "\x1b\x1b") + "\x1b\\"
        self._terminal.write(code)
        self._terminal.flush()
        return True
