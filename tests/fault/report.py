"""The whole suite as one table: `python tests/fault/report.py [--full]`; exit code 1 on a failure."""

import argparse
import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[1])

from fault import bench as benches  # noqa: E402  (a script finds its siblings only from here on)
from fault.crowd import crowds  # noqa: E402
from fault.modes import modes  # noqa: E402
from fault.scenarios import SCENARIOS  # noqa: E402
from fault.sweep import Point, failed  # noqa: E402

SIZE, ROUNDS, MANY_ROUNDS = 8, 4, 20


def main() -> int:
    """Print how many points fail of how many there are, for each scenario and mode; then the failures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help="every error, every size, every meeting")
    is_full: bool = parser.parse_args().full
    points: list[Point] = []
    every = modes(is_full=is_full)
    _say("failures/points   ", *every)
    with benches.bench() as bench:
        for scenario in SCENARIOS:
            found = [list(mode(bench, scenario)) for mode in every.values()]
            _say(scenario.name, *(f"{len(failed(some))}/{len(some)}" for some in found))
            points += [point for some in found for point in some]
        together = list(crowds(bench, SIZE, MANY_ROUNDS if is_full else ROUNDS))
        _say("crowd", f"{len(failed(together))}/{len(together)}")
    failures = failed([*points, *together])
    _say(f"{len(points) + len(together)} points, {len(failures)} failures")
    for point in failures:
        _say(f"{point.name}: {'; '.join(point.problems)}")
    return 1 if failures else 0


def _say(first: str, *cells: str) -> None:
    sys.stdout.write(f"{first:18}{''.join(f'{cell:>10}' for cell in cells)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
