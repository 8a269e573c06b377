"""What makes a point fail: the promise of `docs/storage.md`, asked of one run that went wrong."""

import signal
from collections.abc import Iterator, Sequence

from fault.bench import Baseline, Observation
from fault.images import Image
from fault.messages import Answer, Call, Fault
from fault.points import READS
from fault.scenarios import PROGRESS, UNDO
from llmpath.cli.main import INTERRUPTED

UNCONFIRMED = "saved, but the disk did not confirm it"
NOT_WELL = "llmpath: not well: "
"""What `doctor` says of what it sees; whether something was saved it says elsewhere."""


def problems(
    fault: Fault, answer: Answer, left: Image, seen: Observation, baseline: Baseline
) -> Iterator[str]:
    """Return what is wrong with how a run ended, with what it left, and with how that is seen."""
    hits = [call for call in answer.calls if call.is_hit]
    if not hits:
        yield "the fault was not met"
    if seen not in (baseline.old, baseline.new):
        yield f"neither the old state nor the new one, but {seen.besides(baseline.new)}"
    if "Traceback" in answer.stderr:
        yield f"a traceback: {answer.stderr}"
    if baseline.seed.get(PROGRESS) not in {None, *left.values()}:
        yield "the version before is not kept"
    if fault.kind in {"kill", "torn"}:
        if answer.code != -signal.SIGKILL:
            yield f"outlived its killing: exit code {answer.code}"
        return
    if not any(call.name == "unlink" for call in hits):
        swept = set() if answer.code == 0 else _temporary(baseline.seed)
        yield from (f"left {name} behind" for name in _temporary(left) - swept)
    if fault.kind != "interrupt":
        yield from _of_the_answer(answer, seen, baseline, hits)
    elif answer.code != INTERRUPTED:
        yield f"exit code {answer.code} on Ctrl-C"


def _of_the_answer(
    answer: Answer, seen: Observation, baseline: Baseline, hits: Sequence[Call]
) -> Iterator[str]:
    """Return where the answer and the state do not fit."""
    names = {call.name for call in hits}
    if answer.code == 0:
        if seen != baseline.new and not _is_without_undo(hits, seen, baseline):
            yield "answered success, and the state is not the new one"
        if "fsync" in names:
            yield "answered success, though the disk did not confirm it"
    elif answer.code == 1:
        lines = answer.stderr.removeprefix(baseline.answer.stderr).splitlines()
        if not lines or (len(lines) > 1 and not names & READS):
            yield f"not one line that says what happened: {answer.stderr!r}"
        if not all(line.startswith("llmpath: ") for line in lines):
            yield f"a line that is not its own: {answer.stderr!r}"
        told = baseline.new if UNCONFIRMED in answer.stderr else baseline.old
        if seen != told and NOT_WELL not in answer.stderr:
            yield f"the state is not as told: {answer.stderr!r}"
    else:
        yield f"exit code {answer.code}"


def _is_without_undo(hits: Sequence[Call], seen: Observation, baseline: Baseline) -> bool:
    """Whether the undo file could not be read: it may be lost, and then there is nothing to take back."""
    return seen == baseline.old and any(call.name == "read" and call.path == UNDO for call in hits)


def _temporary(image: Image) -> set[str]:
    return {name for name in image if name.endswith(".tmp")}
