"""The Markdown table of what was measured, and its place in a page."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from llmpath_cases import COMMANDS, NO_TARGET, Targets
from measuring import Sample

BEGIN = "<!-- the table: bench/startup.py writes it -->"
END = "<!-- the end of the table -->"
NONE = "–"

TIMES = {command.row: command.time for command in COMMANDS}
MEMORIES = {command.row: command.memory for command in COMMANDS}
MIB = 1024
SHORT = 10


def table(costs: Mapping[tuple[str, int], Sample], floor: Sample, sizes: Sequence[int]) -> str:
    """Return a row for each command, with its ratios to the floor and its memory at every size."""
    heads = [f"{size:,}" for size in sizes]
    head = ["", f"time {heads[0]}", *heads[1:], "target"]
    head += [f"CPU {heads[0]}", *heads[1:], f"MiB {heads[0]}", *heads[1:], "target"]
    lines = [head, ["---", *["--:"] * (len(head) - 1)]]
    for row in dict.fromkeys(row for row, _ in costs):
        samples = [costs.get((row, size)) for size in sizes]
        time, memory = TIMES.get(row, NO_TARGET), MEMORIES.get(row, NO_TARGET)
        lines.append(
            [
                row,
                *_figures([sample and sample.wall / floor.wall for sample in samples], sizes, time),
                _targets(time, sizes),
                *_figures([sample and sample.cpu / floor.cpu for sample in samples], sizes, NO_TARGET),
                *_figures([sample and sample.peak / MIB for sample in samples], sizes, memory),
                _targets(memory, sizes),
            ]
        )
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def put(page: Path, report: str) -> None:
    """Replace what stands between the two markers of a page."""
    text = page.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise SystemExit(f"{page} has no place for the table: {BEGIN} … {END}")
    page.write_text(f"{before}{BEGIN}\n\n{report}\n\n{END}{after}", "utf-8")


def _figures(values: Sequence[float | None], sizes: Sequence[int], targets: Targets) -> list[str]:
    return [
        NONE if value is None else _figure(value, targets.get(size))
        for value, size in zip(values, sizes, strict=True)
    ]


def _figure(value: float, target: float | None) -> str:
    """Return two or three digits, in bold where they are over the target."""
    text = f"{value:.1f}" if value < SHORT else f"{value:.0f}"
    return text if target is None or value <= target else f"**{text}**"


def _targets(targets: Targets, sizes: Sequence[int]) -> str:
    return " / ".join(f"{targets[size]:g}" for size in sizes if size in targets)
