"""Fixture: the bench, which every test of a worker shares."""

from collections.abc import Iterator

import pytest

from fault import bench as benches
from fault.bench import Bench


@pytest.fixture(scope="session")
def bench() -> Iterator[Bench]:
    with benches.bench() as bench:
        yield bench
