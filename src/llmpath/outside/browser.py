"""Opening a link in the browser of the user's choice, without waiting for it.

The standard library's `webbrowser` blocks as long as the browser runs, ignores a `$BROWSER` with
arguments, and falls into a text browser on the user's terminal; this asks the platform's own opener.
"""

import os
import platform
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from enum import Enum
from functools import partial

FAIL_WITHIN_SECONDS = 0.35
"""How long an opener is given to fail; one that still runs then is taken to have worked."""

TEXT_BROWSERS = {"lynx", "w3m", "links", "links2", "elinks", "browsh", "www-browser"}


class Outcome(Enum):
    """What came of opening a link."""

    OPENED = "opened"
    NO_OPENER = "no opener"
    FAILED = "failed"


class Browser:
    """Opens http and https links; `is_terminal` tells whether a text browser may take the terminal."""

    def __init__(self, *, is_terminal: bool) -> None:
        self._is_terminal = is_terminal

    def open(self, url: str) -> Outcome:
        """Try the openers of this machine in turn until one takes the link."""
        outcome = Outcome.NO_OPENER
        for start in self._openers(url):
            if start():
                return Outcome.OPENED
            outcome = Outcome.FAILED
        return outcome

    def _openers(self, url: str) -> Iterator[Callable[[], bool]]:
        for entry in os.environ.get("BROWSER", "").split(os.pathsep):
            command = _command(entry, url)
            if command and os.path.basename(command[0]) not in TEXT_BROWSERS:
                yield partial(_start, command)
            elif command and self._is_terminal:
                yield partial(_run, command)
        if sys.platform == "win32":
            yield partial(_start_file, url)
        else:
            for command in _platform_commands(url):
                if shutil.which(command[0]):
                    yield partial(_start, command)


def _command(entry: str, url: str) -> list[str]:
    """Return the command line of one entry of `$BROWSER`: `%s` is the link, else it comes last."""
    try:
        words = shlex.split(entry)
    except ValueError:
        return []
    if any("%s" in word for word in words):
        return [word.replace("%s", url) for word in words]
    return [*words, url] if words else []


def _platform_commands(url: str) -> list[list[str]]:
    if sys.platform == "darwin":
        return [["open", url]]
    commands = []
    if "microsoft" in platform.release().lower():
        commands += [["wslview", url], ["rundll32.exe", "url.dll,FileProtocolHandler", url]]
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        commands += [["xdg-open", url], ["gio", "open", url]]
    return commands


def _run(command: list[str]) -> bool:
    """Run a text browser on the user's terminal until it ends."""
    try:
        return subprocess.run(command, check=False).returncode == 0
    except (OSError, ValueError):
        return False


def _start(command: list[str]) -> bool:
    """Start a program apart from this one; False if it is not there or fails at once."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError):
        return False
    try:
        return process.wait(FAIL_WITHIN_SECONDS) == 0
    except subprocess.TimeoutExpired:
        process.returncode = 0  # it lives on, which is no leak to warn of
        return True


if sys.platform == "win32":

    def _start_file(url: str) -> bool:
        try:
            os.startfile(url)  # noqa: S606  (the shell's own way to open what is known to be a link)
        except OSError:
            return False
        return True
