"""The ways of looking for what breaks the promise, by name."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from fault.bench import Bench
from fault.meeting import meetings
from fault.order import in_order
from fault.power import power_cuts
from fault.scenarios import Scenario
from fault.sweep import Point, swept

FAULTS = ("kill", "error", "read", "persist", "dead", "short", "full", "torn", "interrupt")

Mode = Callable[[Bench, Scenario], Iterator[Point]]


def modes(*, is_full: bool) -> Mapping[str, Mode]:
    """Return every mode, which takes all points with `is_full`, else some that stand for them."""
    sweeps = {kind: partial(swept, kind, is_full=is_full) for kind in FAULTS}
    return {**sweeps, "order": in_order, "power": power_cuts, "meeting": partial(meetings, is_full=is_full)}
