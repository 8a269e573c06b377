"""An interactive bash, zsh or fish, without the user's own files, that completes llmpath."""

import re
from pathlib import Path
from typing import NamedTuple

import pexpect

from e2e.program import SCRIPT, Program

BEGINNING, END = "\x01", "\x05"
STARTS = {
    "bash": ("bash --norc --noprofile", "source <(llmpath --show-completion bash)"),
    "zsh": (
        "zsh -f",
        "autoload -U compinit; compinit -D; source <(llmpath --show-completion zsh)",
    ),
    "fish": ("fish --no-config --private", "llmpath --show-completion fish | source"),
}
_CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*\x07|\x1b[(>=].?")


class Typed(NamedTuple):
    """What a person saw after a line with Tabs in it, and the words that the shell then made of it."""

    screen: str
    words: list[str]


class Interactive:
    """One shell, in the home of a program."""

    def __init__(self, program: Program, name: str) -> None:
        command, load = STARTS[name]
        path = f"{Path(SCRIPT).parent}:{program.environment()['PATH']}"
        self._child = pexpect.spawn(
            command,
            env=program.environment({"TERM": "xterm", "PATH": path}),
            cwd=str(program.home),
            dimensions=(40, 110),
            encoding="utf-8",
            timeout=120,
        )
        self._run(load)

    def press(self, keys: str, shown: str = "") -> Typed:
        """Type keys, wait until the screen shows a text, and give the words of the line to printf."""
        self._child.send(keys)
        if shown:
            self._child.expect_exact(shown)
        seen = f"{self._child.before}{self._child.after}" if shown else ""
        rest = self._run(f"{BEGINNING}printf '<%s>\\n' {END}")
        return Typed(_CODES.sub("", seen + rest), re.findall(r"<([^<>]*)>\r\n", rest))

    def close(self) -> None:
        """End the shell, whatever it is at."""
        self._child.close(force=True)

    def _run(self, line: str) -> str:
        """Run a line, and return all that the terminal got until it was through."""
        self._child.send(f"{line}; echo fin''ished\r")
        self._child.expect_exact("finished\r\n")
        return str(self._child.before)
