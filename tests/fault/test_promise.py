"""The promise of `docs/storage.md`, kept at every point at which a command can go wrong."""

import pytest

from fault.bench import Bench
from fault.crowd import crowds
from fault.modes import modes
from fault.scenarios import SCENARIOS, Scenario
from fault.sweep import failed

MODES = modes(is_full=False)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_every_state_is_the_old_one_or_the_new_one(bench: Bench, scenario: Scenario, mode: str) -> None:
    points = list(MODES[mode](bench, scenario))
    assert points
    assert failed(points) == []


def test_no_mark_of_many_processes_is_lost_though_some_are_killed(bench: Bench) -> None:
    assert failed(crowds(bench, size=6, rounds=4)) == []
