"""The test's side of the fork server; pytest itself has threads and must not fork."""

import os
import subprocess
import sys
from collections.abc import Sequence
from multiprocessing import Pipe
from pathlib import Path
from types import TracebackType
from typing import Self

from fault.messages import Answer, Request, Resume, Session, Stopped

TESTS = Path(__file__).resolve().parents[1]


class ForkServer:
    """A fork server that lives as long as the block it is made for, with its files in `root`."""

    def __init__(self, root: Path) -> None:
        self._client, server = Pipe()
        paths = os.pathsep.join(filter(None, (str(TESTS), os.environ.get("PYTHONPATH"))))
        with server:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "fault.fork_server", str(server.fileno())],
                env={**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1", "TMPDIR": str(root)},
                stdin=subprocess.DEVNULL,
                pass_fds=[server.fileno()],
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._client.close()
        self._process.wait()

    def race(self, requests: Sequence[Request | Session]) -> list[Answer | Stopped]:
        """Start runs at once, and return what each came to or that it stopped."""
        return self._ask(list(requests))

    def resume(self, stopped: Stopped) -> Answer | Stopped:
        """Let a run go on that was stopped."""
        return self._ask(Resume(stopped.pid))[0]

    def _ask(self, message: Resume | list[Request | Session]) -> list[Answer | Stopped]:
        self._client.send(message)
        outcomes: list[Answer | Stopped] = self._client.recv()
        return outcomes
