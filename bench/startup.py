"""What it costs to start llmpath, and how that grows, beside a bare Typer app and other programs.

    python bench/startup.py [--rounds 15] [--write docs/performance.md]

The page that it writes to says what is counted and why. Linux and macOS.
"""

import json
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from llmpath_cases import RECORDS, llmpath_cases
from measuring import Case, Sample, ask, medians, middle_half
from peers import peer_cases
from table import put, table

PROJECT = Path(__file__).parents[1]

Place = tuple[str, int]
"""A row of the table, and the size."""

TYPER_APP = """
import typer
app = typer.Typer(add_completion=False)
@app.command()
def hello(name: str = "world") -> None:
    print("hello", name)
app()
"""
VERSIONS = """
import json, platform
from importlib.metadata import version
print(json.dumps([f"Python {platform.python_version()}", f"Typer {version('typer')}", platform.system()]))
"""


def fresh_environment(folder: Path) -> Path:
    """Return a new virtual environment with a current pip, whose launchers are the fast ones, and llmpath."""
    _run(sys.executable, "-m", "venv", folder)
    python = folder / "bin/python"
    _run(python, "-m", "pip", "install", "--quiet", "--upgrade", "pip")
    _run(python, "-m", "pip", "install", "--quiet", PROJECT)
    return folder


def floors(python: Path, folder: Path, size: int) -> tuple[Case, Case]:
    """Return an interpreter that does nothing, to which all is compared, and the least Typer app."""
    home = folder / "floor"
    home.mkdir()
    app = home / "hello.py"
    app.write_text(TYPER_APP, "utf-8")
    return (
        Case(row="`python -c pass`", size=size, argv=[str(python), "-c", "pass"], home=home),
        Case(row="a bare Typer app", size=size, argv=[str(python), str(app)], home=home),
    )


def measure(cases: Sequence[Case], floor: Case, rounds: int) -> dict[Place, list[Sample]]:
    """Return what all cases cost, run in turn, in another order each round.

    The first round warms caches and does not count. The floor is run before every case, so that both see
    the same weather.
    """
    samples: dict[Place, list[Sample]] = {(case.row, case.size): [] for case in (floor, *cases)}
    chance = Random(1)
    for number in range(rounds + 1):
        print(f"round {number} of {rounds}", file=sys.stderr)
        for case in chance.sample(cases, len(cases)):
            for each in (floor, case):
                sample = each.run()
                if number:
                    samples[each.row, each.size].append(sample)
    return samples


def report(environment: Path, folder: Path, rounds: int, sizes: Sequence[int]) -> str:
    """Return the table, and under it how it was made."""
    python, program = environment / "bin/python", environment / "bin/llmpath"
    floor, typer_app = floors(python, folder, sizes[0])
    others, missing = peer_cases(folder, sizes)
    ours = [case for size in sizes for case in llmpath_cases(str(program), folder, size)]
    samples = measure([typer_app, *ours, *others], floor, rounds)
    costs = {place: medians(some) for place, some in samples.items()}
    of_floor = floor.row, floor.size
    low, high = middle_half(samples[of_floor])
    versions = json.loads(ask(floor.home, [str(python), "-c", VERSIONS]).stdout)
    return "\n".join(
        [
            table(costs, costs[of_floor], sizes),
            "",
            ", ".join([f"{datetime.now(UTC):%-d %B %Y}", f"{rounds} rounds", *versions]) + ".",
            f"The middle half of the runs of the floor took {low:.2f} to {high:.2f} of their median.",
            *([f"Not installed: {', '.join(missing)}."] if missing else []),
        ]
    )


def _run(*words: str | Path) -> None:
    subprocess.run(words, check=True, stdout=sys.stderr)


def _arguments() -> Namespace:
    parser = ArgumentParser(description="Measure what it costs to start llmpath.")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--sizes", type=int, nargs="+", choices=RECORDS, default=list(RECORDS))
    parser.add_argument("--environment", type=Path, help="one to measure in place of a fresh one")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="where to put the table")
    return parser.parse_args()


def main() -> None:
    """Measure, and print the table or put it into its page."""
    told = _arguments()
    with tempfile.TemporaryDirectory(prefix="startup-") as name:
        folder = Path(name)
        environment = told.environment or fresh_environment(folder / "environment")
        text = report(environment.absolute(), folder, told.rounds, told.sizes)
    if told.write:
        put(told.write, text)
    else:
        print(text)


if __name__ == "__main__":
    main()
