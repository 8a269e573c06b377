"""Power cuts: whatever one leaves, at whatever moment, is seen as the old state or the new one."""

from collections.abc import Iterator

from fault.bench import Bench
from fault.disk import Disk
from fault.images import lay_out
from fault.scenarios import Scenario
from fault.sweep import Point


def power_cuts(bench: Bench, scenario: Scenario) -> Iterator[Point]:
    """Return every home that a power cut may leave; once the command answered only the new state will do."""
    baseline = bench.baseline(scenario)
    disk = Disk(baseline.seed)
    allowed = {baseline.old, baseline.new}
    tried = set[tuple[object, ...]]()
    for call in baseline.answer.calls:
        disk.replay(call)
        if call.name == "answer":
            allowed, tried = {baseline.new}, set()
        for image in disk.after_power_cut():
            key = tuple(image.items())
            if key in tried:
                continue
            tried.add(key)
            lay_out(image, bench.home)
            seen = bench.observe(scenario)
            problem = f"a state not to be left: {seen.besides(baseline.new)}; files: {sorted(image)}"
            yield Point(f"power cut after {call}", () if seen in allowed else (problem,))
