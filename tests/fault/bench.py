"""One home at one place, in which commands are run at times of a made-up clock."""

import difflib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from fault.fork_client import ForkServer
from fault.images import Image, capture, lay_out
from fault.messages import Answer, Fault, Line, Place, Request, Said, Session, Stopped
from fault.scenarios import CURRICULUM, STATE, Scenario

A_DAY = 24 * 60
LIST = Line("list --json", A_DAY)
MEMORY = Path("/dev/shm")  # noqa: S108  (only a folder of an unforeseeable name is made there)


class Observation(NamedTuple):
    """A home as people see it: what is listed, what following commands answer, what is listed then."""

    listed: Said
    followed: tuple[Said, ...]
    listed_then: Said

    def besides(self, other: "Observation") -> str:
        """Return the first lines in which this one is not as another."""
        mine, theirs = (f"{[*seen]}".replace("\\n", "\n").splitlines() for seen in (self, other))
        lines = [line for line in difflib.unified_diff(theirs, mine, n=0, lineterm="") if line[:2] != "@@"]
        return " | ".join(lines[2:10])


class Baseline(NamedTuple):
    """A scenario in which nothing goes wrong: the home before, how it is seen before and after, the run."""

    seed: Image
    old: Observation
    new: Observation
    answer: Answer


@contextmanager
def bench() -> Iterator["Bench"]:
    """Set up a bench and its server; on a disk in memory if there is one, for no power is really cut."""
    with (
        tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder,
        ForkServer(Path(folder)) as server,
    ):
        yield Bench(Path(folder), server)


@dataclass
class Bench:
    """Runs commands in a home below `root`, with something `planted` in their store, or nothing."""

    root: Path
    server: ForkServer
    planted: str = ""
    _baselines: dict[str, Baseline] = field(default_factory=dict, repr=False)
    _observations: dict[tuple[object, ...], Observation] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self.root = self.root.resolve()
        self.root.mkdir(exist_ok=True)
        self.home = self.root / "home"
        curriculum = self.root / "curriculum.toml"
        curriculum.write_text(CURRICULUM)
        environ = {
            "HOME": str(self.home),
            "LLMPATH_NO_CACHE": "1",  # nothing is promised of it, and so nothing of it is synced
            "LLMPATH_STATE_DIR": str(self.home / STATE),
            "LLMPATH_CURRICULUM": str(curriculum),
            "BROWSER": "true",
            "PATH": os.environ["PATH"],
        }
        self._place = Place(str(self.home), tuple(environ.items()), self.planted)

    def with_planted(self, name: str) -> "Bench":
        """Return a bench of its own with something broken in the store."""
        return Bench(self.root / "planted", self.server, name)

    def start(self, line: Line, fault: Fault | None = None) -> Answer | Stopped:
        """Run a line in which something may go wrong, until it ends or stops."""
        return self.race([(line, fault)])[0]

    def run(self, line: Line, fault: Fault | None = None) -> Answer:
        """Run a line, in which something may go wrong, to its end."""
        return self.end(self.start(line, fault))

    def race(self, starts: list[tuple[Line, Fault | None]]) -> list[Answer | Stopped]:
        """Start several lines at once, and return what each came to, or that it stopped."""
        return self.server.race([Request(self._place, line, fault) for line, fault in starts])

    def end(self, outcome: Answer | Stopped) -> Answer:
        """Let a line that stopped run to its end."""
        answer = self.server.resume(outcome) if isinstance(outcome, Stopped) else outcome
        assert isinstance(answer, Answer)
        return answer

    def talk(self, *lines: Line) -> tuple[Said, ...]:
        """Return what lines answer, one after the other, in which nothing goes wrong."""
        (answer,) = self.server.race([Session(self._place, lines)])
        assert isinstance(answer, Answer)
        assert answer.code == 0, answer
        return answer.said

    def baseline(self, scenario: Scenario) -> Baseline:
        """Return how a scenario goes when nothing goes wrong."""
        if scenario.name not in self._baselines:
            self._baselines[scenario.name] = self._played(scenario)
        return self._baselines[scenario.name]

    def _played(self, scenario: Scenario) -> Baseline:
        lay_out({}, self.home)
        before = self.talk(*(Line(words, at - A_DAY) for at, words in enumerate(scenario.before)))
        assert all(said.code == 0 for said in before), before
        seed = scenario.befell(capture(self.home))
        lay_out(seed, self.home)
        old = self.observe(scenario)
        lay_out(seed, self.home)
        answer = self.run(Line(scenario.command))
        names = {call.name for call in answer.calls}
        assert answer.code == 0, answer
        assert "answer" in names, "it answers nothing"
        assert "unseen" not in names, "it changes files by a way that is not watched"
        return Baseline(seed, old, self.observe(scenario), answer)

    def observe(self, scenario: Scenario) -> Observation:
        """Return how the home is seen now; of homes that are alike one is looked at."""
        key = (scenario.name, *sorted(capture(self.home).items()))
        if key not in self._observations:
            then = [Line(words, 60 + at) for at, words in enumerate(scenario.then)]
            listed, again, *followed, listed_then = self.talk(LIST, LIST, *then, LIST)
            assert listed == again, "listed twice, and not the same"
            self._observations[key] = Observation(listed, tuple(followed), listed_then)
        return self._observations[key]
