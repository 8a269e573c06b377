"""Two commands at once: wherever they meet, it is as if one had run after the other."""

from collections.abc import Iterator

from fault.bench import LIST, Bench
from fault.images import lay_out
from fault.messages import Fault, Line, Said
from fault.points import counted, one_in
from fault.scenarios import Scenario
from fault.sweep import Point

OTHER = Line("mark done talk", 30)
"""What the second one does, half an hour later by its clock."""


def meetings(bench: Bench, scenario: Scenario, *, is_full: bool) -> Iterator[Point]:
    """Stop a command before its calls, list, run another until it has to wait, and go on."""
    baseline = bench.baseline(scenario)
    in_turn = {_in_turn(bench, scenario, is_first=is_first) for is_first in (True, False)}
    calls = counted(baseline.answer.calls)
    places = range(len(calls))
    for at in places if is_full else one_in(4, places, scenario):
        lay_out(baseline.seed, bench.home)
        first = bench.start(Line(scenario.command), Fault("stop", at))
        (between,) = bench.talk(LIST)
        second = bench.start(OTHER, Fault("busy"))
        answers = [bench.end(first), bench.end(second)]
        problems = [f"answered {answer[:3]}" for answer in answers if answer.code]
        if between not in (baseline.old.listed, baseline.new.listed):
            problems.append("what is listed in between is neither the old state nor the new one")
        if bench.talk(LIST)[0] not in in_turn:
            problems.append("not as if one had run after the other")
        yield Point(f"another before {calls[at]}", tuple(problems))


def _in_turn(bench: Bench, scenario: Scenario, *, is_first: bool) -> Said:
    lay_out(bench.baseline(scenario).seed, bench.home)
    lines = [Line(scenario.command), OTHER]
    *answers, listed = bench.talk(*(lines if is_first else lines[::-1]), LIST)
    assert all(answer.code == 0 for answer in answers)
    return listed
