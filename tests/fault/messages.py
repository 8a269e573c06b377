"""What a test and the fork server tell each other: a run, what goes wrong in it, what came of it."""

import posixpath
from ast import literal_eval
from errno import errorcode
from typing import Literal, NamedTuple

Kind = Literal[
    "kill", "error", "persist", "dead", "short", "full", "torn", "interrupt", "stop", "busy"
]  # fmt: skip


class Fault(NamedTuple):
    """What goes wrong in a run, at its call with the number `at`, the first being 0.

    - `kill`: the process is killed in place of the call.
    - `error`: the call fails with `errno`; `persist`: so does every later call of its name; `dead`:
      so does every later call.
    - `short`: a write takes the first `part` bytes only; `full`: then there is no space for more;
      `torn`: then the process is killed.
    - `interrupt`: Ctrl-C, as soon as the call is made.
    - `stop`: the process is stopped before the call; `busy`: when it does not get the lock. Both can
      be resumed.
    """

    kind: Kind
    at: int = 0
    errno: int = 0
    part: int = 0

    def __str__(self) -> str:
        how = f" {errorcode[self.errno]}" if self.errno else f" after {self.part} bytes" if self.part else ""
        return f"{self.kind}{how} at call {self.at}"


class Call(NamedTuple):
    """A call on the home: paths are relative to it, `is_hit` says that it is the one that went wrong.

    Names are those of `os`, but for `open`: `create` may write, `directory` opens a folder and
    `read` a file. `answer` is what the program prints, `unseen` a change by a way that is not watched.
    """

    name: str
    path: str
    target: str = ""
    data: bytes = b""
    flags: int = 0
    is_done: bool = True
    is_hit: bool = False

    def __str__(self) -> str:
        return f"{self.name} {posixpath.basename(self.path)} {posixpath.basename(self.target)}".rstrip()


class Line(NamedTuple):
    """A command line, and when it is run: minutes after noon of the day of the fault."""

    words: str
    minute: int = 0


class Place(NamedTuple):
    """Where lines are run: a home, an environment, and what is broken in the store, if anything."""

    home: str
    environ: tuple[tuple[str, str], ...]
    planted: str = ""


class Session(NamedTuple):
    """Lines to run one after the other, in one process to be quick; in these nothing goes wrong."""

    place: Place
    lines: tuple[Line, ...]


class Request(NamedTuple):
    """A line to run in a process of its own, watched, in which something may go wrong."""

    place: Place
    line: Line
    fault: Fault | None = None


class Resume(NamedTuple):
    """Lets a process that was stopped go on."""

    pid: int


class Said(NamedTuple):
    """What a line of a session answered."""

    stdout: str
    stderr: str
    code: int


class Answer(NamedTuple):
    """What a run came to; a negative code is the signal that ended it.

    The log is one tuple a line, of the calls of a run or of what was said in a session.
    """

    code: int
    stdout: str
    stderr: str
    log: str

    @property
    def calls(self) -> list[Call]:
        """The calls of a run, in their order."""
        return [Call(*literal_eval(line)) for line in self.log.splitlines()]

    @property
    def said(self) -> tuple[Said, ...]:
        """What the lines of a session answered."""
        return tuple(Said(*literal_eval(line)) for line in self.log.splitlines())


class Stopped(NamedTuple):
    """A process that waits in the middle of its run."""

    pid: int
