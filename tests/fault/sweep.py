"""Runs a scenario once for each point at which it can go wrong."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fault.bench import Bench
from fault.images import capture, lay_out
from fault.messages import Line
from fault.points import counted, faults, one_in
from fault.scenarios import Scenario
from fault.verdict import problems


class Point(NamedTuple):
    """One point, and what is wrong there: nothing, if all is well."""

    name: str
    problems: tuple[str, ...]


def swept(mode: str, bench: Bench, scenario: Scenario, *, is_full: bool) -> Iterator[Point]:
    """Return the points of a mode in a scenario, every second one of them unless all are wanted."""
    baseline = bench.baseline(scenario)
    calls = baseline.answer.calls
    every = list(faults(mode, calls, is_full=is_full))
    for fault in every if is_full else one_in(2, every, scenario):
        lay_out(baseline.seed, bench.home)
        answer = bench.run(Line(scenario.command), fault)
        left = capture(bench.home)
        found = tuple(problems(fault, answer, left, bench.observe(scenario), baseline))
        yield Point(f"{fault}: {counted(calls)[fault.at]}", found)


def failed(points: Iterable[Point]) -> list[Point]:
    """Return the points at which something is wrong."""
    return [point for point in points if point.problems]
