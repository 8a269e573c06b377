"""What a process does to the world: files it changes, programs it starts, what it asks the network."""

import json
import os
import sys
from typing import Any, NamedTuple

CHANGES = (
    "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.chown",
    "os.truncate", "os.utime", "os.setxattr",
)  # fmt: skip
STARTS = (
    "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "os.system", "pty.",
    "ctypes.", "socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.",
)  # fmt: skip
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
OF_TWO_FILES = ("os.rename", "os.link", "os.symlink")


class Deed(NamedTuple):
    """An audit event of Python's, and what it was of."""

    event: str
    of: tuple[str, ...]

    @property
    def changed(self) -> tuple[str, ...]:
        """The files that were written, renamed or removed, none for a program or a network call."""
        if self.event in OF_TWO_FILES:
            return self.of[:2]
        return self.of[:1] if self.event in {"open", *CHANGES} else ()


def watch(log: int) -> None:
    """Write down each deed of this process from now on, as a line of JSON."""

    def hook(event: str, args: tuple[Any, ...]) -> None:
        is_file = event == "open" and not isinstance(args[0], int)
        is_write = is_file and isinstance(args[2], int) and args[2] & WRITING
        if is_write or event in CHANGES or event.startswith(STARTS):
            of = args[:1] if event == "open" else args
            os.write(log, json.dumps([event, [_shown(argument) for argument in of]]).encode() + b"\n")

    sys.addaudithook(hook)


def written_down(log: str) -> list[Deed]:
    """Return the deeds of a log."""
    return [Deed(event, tuple(of)) for event, of in map(json.loads, log.splitlines())]


def _shown(argument: Any) -> str:
    return os.fsdecode(argument) if isinstance(argument, str | bytes | os.PathLike) else repr(argument)
