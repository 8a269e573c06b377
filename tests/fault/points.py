"""Where a run can go wrong: each call of a run in which nothing did, and each way in which it can fail."""

import errno
from collections.abc import Iterator, Sequence
from typing import TypeVar

from fault.messages import Call, Fault
from fault.scenarios import SCENARIOS, Scenario

ERRNOS = {
    "chmod": (errno.EPERM, errno.EROFS),
    "close": (errno.EIO, errno.ENOSPC, errno.EDQUOT),
    "create": (errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EDQUOT, errno.EIO, errno.EMFILE),
    "directory": (errno.EACCES, errno.EMFILE, errno.EIO),
    "fchmod": (errno.EPERM, errno.EROFS),
    "flock": (errno.EIO, errno.ENOLCK, errno.EAGAIN, errno.ENOSYS),
    "fsync": (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EINVAL),
    "link": (errno.EPERM, errno.EIO, errno.EMLINK, errno.ENOSPC, errno.EXDEV, errno.EACCES),
    "mkdir": (errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EDQUOT, errno.EIO),
    "read": (errno.EIO, errno.EACCES, errno.EMFILE),
    "rename": (errno.EIO, errno.EACCES, errno.ENOSPC, errno.EROFS),
    "replace": (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EBUSY),
    "scandir": (errno.EIO, errno.EACCES, errno.EMFILE),
    "unlink": (errno.EIO, errno.EACCES, errno.EROFS, errno.EBUSY),
    "write": (errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EFBIG),
}  # fmt: skip
"""What the system may answer to a call, the likeliest first."""

READS = {"read", "scandir"}
UNCOUNTED = {"answer", "unseen"}
SIZES = 24
"""How many sizes of a short write are tried where all points are."""

T = TypeVar("T")


def counted(calls: Sequence[Call]) -> list[Call]:
    """Return the calls that have numbers: those at which something can go wrong."""
    return [call for call in calls if call.name not in UNCOUNTED]


def one_in(step: int, points: Sequence[T], scenario: Scenario) -> Sequence[T]:
    """Return one of `step` points, in each scenario others: the write is one, and together they meet all."""
    return points[SCENARIOS.index(scenario) % step :: step]


def faults(mode: str, calls: Sequence[Call], *, is_full: bool) -> Iterator[Fault]:
    """Return the points of a mode in a run: all, or one error a call and few sizes."""
    run = counted(calls)
    for at, call in enumerate(run):
        is_first = call.name not in {earlier.name for earlier in run[:at]}
        errnos = ERRNOS[call.name]
        match mode:
            case "kill" | "interrupt" if call.name not in READS:
                yield Fault(mode, at)
            case "error" if call.name not in READS:
                chosen = errnos if is_full else errnos[at % len(errnos) :][:1]
                yield from (Fault("error", at, number) for number in chosen)
            case "read" if call.name in READS:
                yield from (Fault("error", at, number) for number in (errnos if is_full else errnos[:1]))
            case "persist" if is_full or is_first:
                yield from (Fault("persist", at, number) for number in (errnos if is_full else errnos[:1]))
            case "dead" if is_full or at % 2 == 0:
                yield Fault("dead", at, errno.EIO)
            case "short" | "full" | "torn" if call.name == "write":
                yield from (Fault(mode, at, part=part) for part in _parts(len(call.data), is_full=is_full))


def _parts(size: int, *, is_full: bool) -> list[int]:
    """Return sizes that a write of `size` bytes is cut to."""
    if not is_full:
        return [size // 2, size - 1]
    return sorted({0, 1, size - 1} | {size * step // SIZES for step in range(1, SIZES)})
