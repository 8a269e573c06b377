"""Every command of llmpath, as a person types it: a new one is a line here, and is tested for all.

Refs are numbers of the curriculum in `documents.py`, and FILE stands for its file.
"""

from pathlib import Path

READING = (
    "",
    "list --parts",
    "show 1.1",
    "next -n 9",
    "progress",
    "log",
    "search talk",
    "note --list",
    "config",
    "curriculum list",
    "paths",
    "open 1.1 --print",
    "curriculum check FILE",
    "curriculum schema",
    "doctor",
)
WRITING = (
    "note 1.1 -m said",
    "open 1.1",
    "mark doing 1.2",
    "done 1.1.1 1.2",
    "skip 2.1",
    "todo 2.1",
    "undo",
    "redo",
    "doctor --fix",
)
KEEPING = (
    "config speed 1.5",
    "curriculum add FILE",
    "curriculum use mine",
    "curriculum remove mine",
    "add https://example.org/new --title New -c llm-learning-pointers",
)
"""What writes beside the settings and among the user's curricula, not into the progress."""
EVERY = (*READING, *WRITING, *KEEPING)
SCREENS = (*EVERY, "", "list", "list 1 --kind video", "show 1", "show 1.2", "show 1.2.1", "show last", "log")
"""What shows something else once there is progress, or with another ref or option."""
WITHOUT_PROGRESS = (
    "config", "curriculum list", "paths", "curriculum check FILE", "curriculum schema", *KEEPING,
)  # fmt: skip
"""What works where progress cannot even be read."""
TAKING_WORDS = (
    "list", "show", "open", "mark", "mark done", "done", "skip", "todo", "next", "progress", "undo", "note",
    "config", "curriculum use", "curriculum remove",
)  # fmt: skip
"""What takes one more word."""


def words(line: str, file: Path) -> list[str]:
    """Return the words of a line, the curriculum's file in its place."""
    return [str(file) if word == "FILE" else word for word in line.split()]
