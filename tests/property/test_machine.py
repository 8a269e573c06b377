"""Several machines mark, open, undo, redo and join: after every step the program says what a naive one says.

`MACHINE_STEPS` in the environment says how many steps to go in all.
"""

import os

from beside import Machine
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from naive_video import asked_of, asked_of_chapter
from small_curricula import LONGEST, Releases, releases

from llmpath.domain.outline import Node
from llmpath.domain.records import STATUSES

STEPS = int(os.environ.get("MACHINE_STEPS", "1000"))
VERBS = ["mark", "mark", "mark a range", "watch", "watch", "open", "go back and forth"]
MOST_STEPS = 16
SURE_STEPS = 12
"""How many steps one example takes on average, at least."""
SKEWS = [0, -3500, 7200, 3_600_000]
"""How far a machine's clock may be ahead, in milliseconds."""
JOINS = st.sampled_from([False, False, True])
PERCENTS = (50, 90, 95, 100)
"""How much of a span may have been watched: about where something is finished."""


class Machines(RuleBasedStateMachine):
    """Two or three machines with a curriculum, each with a clock of its own."""

    @initialize(
        both=releases(),
        skews=st.lists(st.sampled_from(SKEWS), min_size=2, max_size=3),
    )
    def begin(self, both: Releases, skews: list[int]) -> None:
        self.releases = both
        self.skews = skews
        self.time = 1_000_000_000
        self.machines = [Machine(f"d{at}", both.now) for at in range(len(skews))]

    @rule(
        data=st.data(),
        verb=st.sampled_from(VERBS),
        at=st.integers(0, 2),
        later=st.sampled_from([1000, 1, 0]),
    )
    def use(self, data: st.DataObject, verb: str, at: int, later: int) -> None:
        """Use a machine, which may hear of others before. One rule, so that every mixture is as likely."""
        at %= len(self.machines)
        machine = self.machines[at]
        machine.outline = data.draw(st.sampled_from(self.releases), "release")
        for other in self.machines:
            if other is not machine and data.draw(JOINS, f"joins {other.device}"):
                machine.join(other)
        self.time += later
        now = self.time + self.skews[at]
        if verb == "open":
            machine.open(data.draw(_numbers(machine), "number"), now)
        elif verb == "go back and forth":
            self._go_back_and_forth(data, machine, now)
        elif verb == "watch":
            watched = data.draw(_watched(machine), "watched up to")
            machine.mark("doing", watched, now)
        else:
            status = data.draw(st.sampled_from(STATUSES), "status")
            refs = _ranges(machine) if verb == "mark a range" else _some_numbers(machine)
            machine.mark(status, data.draw(refs, "refs"), now)

    def _go_back_and_forth(self, data: st.DataObject, machine: Machine, now: int) -> None:
        for move in data.draw(st.lists(st.sampled_from([-3, -2, -1, 1, 1]), min_size=1, max_size=4), "moves"):
            if move < 0:
                machine.undo(-move, now)
            else:
                machine.redo(now)
            self.they_say_the_same()

    @invariant()
    def they_say_the_same(self) -> None:
        for machine in getattr(self, "machines", ()):
            for outline in self.releases:
                machine.outline = outline
                differences = machine.differences()
                assert not differences, f"{machine.device}: {differences}"


def _numbers(machine: Machine) -> st.SearchStrategy[str]:
    """Draw a number: half of them chapters, and sections and lists as often as what is in them."""
    kinds: dict[str, list[str]] = {}
    for node in machine.outline.walk():
        kinds.setdefault(node.kind, []).append(node.number)
    anything = st.sampled_from(list(kinds.values())).flatmap(st.sampled_from)
    return anything | st.sampled_from(kinds["chapter"]) if "chapter" in kinds else anything


def _some_numbers(machine: Machine) -> st.SearchStrategy[list[str]]:
    return st.lists(_numbers(machine), min_size=1, max_size=2)


@st.composite
def _ranges(draw: st.DrawFn, machine: Machine) -> list[str]:
    last = draw(_numbers(machine))
    inside, _, position = last.rpartition(".")
    first = draw(st.integers(0, int(position)))
    return [f"{inside}.{first}..{position}".lstrip(".") if first else f"..{last}"]


def _watched(machine: Machine) -> st.SearchStrategy[list[str]]:
    """Draw a video or chapter with a moment that it is watched up to; nothing where there is none."""
    moments = {node.number: _moments(machine, node) for node in machine.outline.walk()}
    refs = [[[f"{number}@{moment}"] for moment in some] for number, some in moments.items() if some]
    return st.sampled_from(refs).flatmap(st.sampled_from) if refs else st.just([])


def _moments(machine: Machine, node: Node) -> list[int]:
    """Return moments that a video or chapter can be watched up to."""
    video = machine.outline.parent(node) if node.is_chapter else node
    if video is None or not video.timed:
        return []
    ends = [end for end in (node.end, video.seconds and video.start + video.seconds) if end is not None]
    allowed = range(max(node.start, video.start), min([LONGEST, *ends]) + 1)
    spans = [asked_of(video), *(asked_of_chapter(chapter, video) for chapter in video.chapters)]
    shares = [span.start + len(span) * percent // 100 for span in spans for percent in PERCENTS]
    return sorted({moment + more for moment in shares for more in (0, 1) if moment + more in allowed})


TestMachines = Machines.TestCase
TestMachines.settings = settings(
    max_examples=STEPS // SURE_STEPS,
    stateful_step_count=1 + MOST_STEPS,  # the first step begins
)
