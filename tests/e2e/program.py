"""The installed program, each command a process of its own with real streams, in a home of its own."""

import os
import shlex
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, NamedTuple

SCRIPT = str(Path(sysconfig.get_path("scripts")) / "llmpath")

Words = str | Sequence[str | bytes]


class Answer(NamedTuple):
    """What a command answered; the code is what a shell would see."""

    stdout: str
    stderr: str
    code: int


@dataclass
class Program:
    """Runs `llmpath` with the words of a line, in this environment and no other."""

    home: Path
    environ: dict[str, str | None] = field(default_factory=dict)
    encoding: str = "utf-8"

    @property
    def state(self) -> Path:
        return self.home / ".local/state/llmpath"

    @property
    def progress(self) -> Path:
        return self.state / "progress.toml"

    def recorded(self) -> set[str]:
        """Return the keys of the progress file, none where there is no file."""
        content = self.progress.read_text("utf-8") if self.progress.exists() else ""
        return set(tomllib.loads(content).get("items", {}))

    def environment(self, extra: Mapping[str, str | None] | None = None) -> dict[str, str]:
        """Return a whole environment; a variable that is None is absent."""
        basis = {"HOME": str(self.home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TZ": "UTC"}
        merged = {**basis, **self.environ, **(extra or {})}
        return {name: value for name, value in merged.items() if value is not None}

    def start(
        self,
        line: Words,
        *,
        by: Sequence[str] = (),
        stdin: int = subprocess.DEVNULL,
        stdout: int | IO[bytes] = subprocess.PIPE,
        **extra: str | None,
    ) -> "subprocess.Popen[bytes]":
        """Start a command; `by` is a program that starts it, `extra` changes the environment."""
        words = shlex.split(line) if isinstance(line, str) else line
        return subprocess.Popen(
            [*by, SCRIPT, *words],
            env=self.environment(extra),
            cwd=self.home,
            stdin=stdin,
            stdout=stdout,
            stderr=subprocess.PIPE,
        )

    def __call__(
        self,
        line: Words,
        *,
        by: Sequence[str] = (),
        stdin: int = subprocess.DEVNULL,
        stdout: int | IO[bytes] = subprocess.PIPE,
        **extra: str | None,
    ) -> Answer:
        return self.end(self.start(line, by=by, stdin=stdin, stdout=stdout, **extra))

    def end(self, process: "subprocess.Popen[bytes]") -> Answer:
        """Wait for a command to end, which it never does with a traceback."""
        out, err = process.communicate()
        answer = Answer(_text(out, self.encoding), _text(err, self.encoding), _shell_code(process))
        assert "Traceback" not in answer.stderr, answer.stderr
        return answer

    def ok(self, line: Words, **extra: str | None) -> str:
        """Run a command that must work without a word on stderr, and return its answer."""
        answer = self(line, by=(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, **extra)
        assert (answer.code, answer.stderr) == (0, ""), answer
        return answer.stdout


def one_line(answer: Answer) -> str:
    """Return what stderr says after `llmpath: `, which must be one line."""
    assert answer.stderr.startswith("llmpath: "), answer
    assert answer.stderr.endswith("\n"), answer
    assert answer.stderr.count("\n") == 1, answer
    return answer.stderr.removeprefix("llmpath: ").removesuffix("\n")


def after(code: str, *words: str) -> list[str]:
    """Return a program that runs some Python, then becomes the command that follows."""
    run_it = f"import os, sys\n{code}\nos.execv(sys.argv[{len(words) + 1}], sys.argv[{len(words) + 1}:])"
    return [sys.executable, "-I", "-c", run_it, *words]


def _text(content: bytes | None, encoding: str) -> str:
    return (content or b"").decode(encoding)


def _shell_code(process: "subprocess.Popen[bytes]") -> int:
    code = process.returncode
    return code if code >= 0 else 128 - code
