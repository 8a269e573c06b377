"""Writes the examples in docs/json.md: what the commands above them answer, trimmed.

`python tools/json_examples.py` after a change of an answer.
`python tools/written.py` runs this and the others. Above an example stands
`llmpath COMMAND --json`: with the colon, maybe behind `FIELD` of. The prose and the tables of the page are
written by hand.
"""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from learner import learner

FILE = Path(__file__).parents[1] / "docs/json.md"
EXAMPLE = re.compile(
    r"^(?P<head>(?:`(?P<field>\w+)` of )?`llmpath (?P<command>.*)--json`:\n\n```json)\n"
    r"(?P<example>(?:.*\n)*?)```$",
    re.MULTILINE,
)
WIDTH = 100
BEGUN = """
# 10 20
curriculum add mine.toml
done vectors
# 24 19
open micrograd
mark doing @8:33
note @4:10 -m "gradients add up"
"""
MINE = """
schema = 1
id = "mine"
title = "Mine"

[[sections]]
id = "evenings"
title = "Evenings"

[[sections.resources]]
id = "warm-up"
kind = "video"
title = "Warm-up"
url = "https://www.youtube.com/watch?v=aircAruvnKk"

[[sections.resources]]
id = "own-network"
kind = "task"
title = "A network of my own"
duration = "30:00"
after = ["warm-up"]
"""
FILES = {"mine.toml": MINE, "broken.toml": MINE.replace('"evenings"', '"course"')}
DIFFERS = "versions"
"""The check of `doctor` that tells of the machine."""


def text() -> str:
    """Return the page, its examples written anew."""
    return EXAMPLE.sub(_anew, FILE.read_text("utf-8"))


def _anew(found: re.Match[str]) -> str:
    answer = answered(found["command"])
    return f"{found['head']}\n{written(trimmed(answer[found['field']] if found['field'] else answer))}\n```"


def answered(command: str) -> Any:
    """Return the document with which a command answers a learner who has begun."""
    with learner(BEGUN, FILES) as run:
        answer = run(f"{command} --json")
        return json.loads((answer.stdout or answer.stderr).replace(str(run.home), "/home/ann"))


def trimmed(value: Any) -> Any:
    """Return a value with one entry of each list of objects, and with none of `parts`."""
    if isinstance(value, dict):
        return {name: [] if name == "parts" else trimmed(inside) for name, inside in value.items()}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [trimmed(next(entry for entry in value if entry.get("name") != DIFFERS))]
    return value


def written(value: Any, indent: int = 1) -> str:
    """Return a value as JSON in lines that are filled as far as they go."""
    line = json.dumps(value, ensure_ascii=False)
    if not (value and isinstance(value, dict | list)) or indent + len(line) <= WIDTH:
        return line
    if isinstance(value, dict):
        items = [f'"{name}": {written(inside, indent + 2)}' for name, inside in value.items()]
    else:
        items = [written(inside, indent) for inside in value]
    return line[0] + _filled(items, indent) + line[-1]


def _filled(items: Sequence[str], indent: int) -> str:
    lines = [items[0]]
    for item in items[1:]:
        together = f"{lines[-1]}, {item}"
        if "\n" in together or indent + len(together) >= WIDTH:
            lines.append(item)
        else:
            lines[-1] = together
    return (",\n" + " " * indent).join(lines)


def main() -> None:
    """Write the page."""
    FILE.write_text(text(), "utf-8")


if __name__ == "__main__":
    main()
