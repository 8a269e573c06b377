"""The order of calls in a run in which nothing goes wrong: what has to be certain before what."""

import os
from collections.abc import Iterator

from fault.bench import Bench
from fault.disk import Disk
from fault.messages import Call
from fault.scenarios import LOCK, PROGRESS, UNDO, Scenario
from fault.sweep import Point

CHANGES_FILES = {"create", "link", "remove", "rename", "replace", "unlink", "write"}


def in_order(bench: Bench, scenario: Scenario) -> Iterator[Point]:
    """Return every call of a run that changes something or says that all is done."""
    baseline = bench.baseline(scenario)
    disk, earlier = Disk(baseline.seed), list[Call]()
    for call in baseline.answer.calls:
        if call.name in {*CHANGES_FILES, "mkdir", "answer"}:
            yield Point(str(call), tuple(_breaches(call, earlier, disk)))
        disk.replay(call)
        earlier.append(call)


def _breaches(call: Call, earlier: list[Call], disk: Disk) -> Iterator[str]:
    """Return what should have been before a call and was not."""
    locking = [other.name for other in earlier if other.path == LOCK]
    if call.name in CHANGES_FILES and call.path != LOCK and locking[-1:] != ["flock"]:
        yield "the lock is not held"
    if call.name == "create" and call.path != LOCK and not call.flags & os.O_EXCL:
        yield "a file is written in its place and not beside it"
    if call.name in {"rename", "replace"} and not disk.names[call.path].is_synced:
        yield f"what becomes {call.target} is not synced"
    if call.target == UNDO and PROGRESS in {other.target for other in earlier}:
        yield "the progress file is written already"
    if call.name == "answer":
        yield from (f"{', '.join(names)} not certain: its folder is not synced" for names in disk.uncertain)
        yield from (f"{name} is not synced" for name, file in disk.names.items() if not file.is_synced)
