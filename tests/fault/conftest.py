"""Fixture: the bench, which every test of a worker shares."""

import sys
from collections.abc import Iterator

import pytest

from fault import bench as benches
from fault.bench import Bench


@pytest.fixture(scope="session")
def bench() -> Iterator[Bench]:
    if sys.platform == "win32":
        pytest.skip("faults are put in between fork and run, and Windows has no fork")
    with benches.bench() as bench:
        yield bench
