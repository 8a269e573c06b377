"""One copy of the progress on disk, and what is to be thought of it (`docs/storage.md`, Reading)."""

import os
import re
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from llmpath.cache import Source, source, stamp
from llmpath.regular_file import is_withheld, read_regular
from llmpath.store.atomic import SIZE_LIMIT
from llmpath.store.places import BACKUP, PROGRESS
from llmpath.store.progress_form import END, FORMAT, digest
from llmpath.store.progress_reading import Document, from_toml

DAILY = re.compile(r"backup-\d{4}-\d{2}-\d{2}\.toml")


class Verdict(Enum):
    """What a copy is: there or not, whole, edited by someone, cut short, wrong, of a newer llmpath."""

    ABSENT = "absent"
    GOOD = "good"
    EDITED = "edited by hand"
    CUT = "cut short"
    WRONG = "not understood"
    NEWER = "of a newer llmpath"
    UNREADABLE = "not readable"


DAMAGED = frozenset({Verdict.CUT, Verdict.WRONG, Verdict.UNREADABLE})


class Copy(NamedTuple):
    """A copy read: what it holds, if it can be understood, else the reason why not.

    `changed` is when the file was last written, in UTC milliseconds, for the machine's own file;
    `source` is what stood there, if it could be read.
    """

    path: Path
    verdict: Verdict
    document: Document | None = None
    reason: str = ""
    changed: int = 0
    source: Source | None = None


def read_copy(path: Path, *, is_own: bool = False) -> Copy:
    """Return what stands at a path; nothing that may stand there raises.

    In the machine's own file a register without a stamp was written by hand when the file was; in
    others it is ignored.
    """
    try:
        stamped = stamp(path)
        changed = os.stat(path).st_mtime_ns // 1_000_000 if is_own else None
        content = read_regular(path, SIZE_LIMIT)
    except FileNotFoundError:
        return Copy(path, Verdict.ABSENT, source=source(path, stamped, None))
    except OSError as error:
        return Copy(path, Verdict.UNREADABLE, reason=error.strerror or str(error))
    found = Copy(path, Verdict.ABSENT) if content is None else _judge(path, content, changed)
    return found._replace(source=source(path, stamped, content))


def withheld(copies: Iterable[Copy]) -> Copy | None:
    """Return the first copy that is a file of ours and that the system does not hand out just now.

    It may be good: what would be written without it must not take its place.
    """
    unread = (copy for copy in copies if copy.verdict is Verdict.UNREADABLE)
    return next((copy for copy in unread if is_withheld(copy.path, SIZE_LIMIT)), None)


def _judge(path: Path, content: bytes, changed: int | None) -> Copy:
    """Return the verdict on a content; a BOM, CRLF, blank lines and NULs at its end are no damage."""
    from llmpath import toml

    content = content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").rstrip(b"\x00 \t\r\n")
    body, end, seal = content.rpartition(END)
    if not end:
        return Copy(path, Verdict.CUT, reason="its last line is missing" if content else "it is empty")
    try:
        document = from_toml(toml.loads(content.decode()), changed)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Copy(path, Verdict.WRONG, reason=f"line {line} is not UTF-8")
    except RecursionError:
        return Copy(path, Verdict.WRONG, reason="it is nested too deeply")
    except ValueError as error:
        return Copy(path, Verdict.WRONG, reason=str(error)[:200])
    if document.header.format > FORMAT:
        return Copy(path, Verdict.NEWER, document, f"its format is {document.header.format}")
    verdict = Verdict.GOOD if seal == digest(body) else Verdict.EDITED
    return Copy(path, verdict, document, changed=changed or 0)


def backups(state: Path) -> list[Path]:
    """Return the version before and the daily copies, the newest first."""
    daily = sorted((path for path in listed(state) if DAILY.fullmatch(path.name)), reverse=True)
    return [state / BACKUP, *daily]


def conflict_copies(*directories: Path) -> list[Path]:
    """Return the copies that a sync service laid beside the progress, under whatever name it gives them.

    Syncthing: `progress.sync-conflict-….toml`; Dropbox and Nextcloud: `progress (… conflicted copy …).toml`;
    OneDrive: `progress-HOST.toml`; iCloud: `progress 2.toml`.
    """
    return sorted(
        path
        for directory in set(directories)
        for path in listed(directory)
        if path.name.startswith("progress") and path.suffix == ".toml" and path.name != PROGRESS
    )


def listed(directory: Path) -> list[Path]:
    """Return the files of a directory, none where it is absent; raises OSError where it cannot be read."""
    try:
        with os.scandir(directory) as entries:
            return [Path(entry.path) for entry in entries]
    except FileNotFoundError:
        return []
