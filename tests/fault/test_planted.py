"""Stores that break the promise are found out: a suite that lets them pass would be worth nothing."""

import pytest

from fault.bench import Bench
from fault.modes import modes
from fault.planted import PLANTED
from fault.scenarios import SCENARIOS

UNWATCHED = "file written unwatched"
FOUND_BY = {
    "file written in its place": ("kill", "torn", "order", "power"),
    "file not synced": ("order", "power"),
    "file synced after its rename": ("order", "power"),
    "folder not synced": ("order", "power"),
    "failed sync not told": ("error",),
    "failed write not told": ("error", "full"),
    "short write not noticed": ("short",),
    "no lock": ("order", "meeting"),
    "lock not waited for": ("meeting",),
    "undo file written last": ("kill", "order"),
    "version before moved away": ("kill", "error"),
    "version before not kept": ("kill",),
    "temporary file left": ("error", "interrupt"),
    "temporary files not swept": ("read", "short"),
}
MODES = modes(is_full=False)


@pytest.mark.parametrize(
    ("planted", "mode"), [(planted, mode) for planted, finders in FOUND_BY.items() for mode in finders]
)
def test_a_broken_store_is_found(bench: Bench, planted: str, mode: str) -> None:
    broken = bench.with_planted(planted)
    assert any(point.problems for scenario in SCENARIOS[:2] for point in MODES[mode](broken, scenario))


def test_a_store_that_writes_by_another_way_is_found(bench: Bench) -> None:
    with pytest.raises(AssertionError, match="not watched"):
        bench.with_planted(UNWATCHED).baseline(SCENARIOS[0])


def test_every_broken_store_is_looked_for() -> None:
    assert PLANTED.keys() == {*FOUND_BY, UNWATCHED}
