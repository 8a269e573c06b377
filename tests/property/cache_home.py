"""A home in which things happen to the files of llmpath, and the same home without a cache."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from llmpath.cache import OFF
from llmpath.cli.completion.names import names
from llmpath.store.progress_form import END, seal
from shell import FakeClock, Result, Shell

BUNDLED, MINE = "llm-learning-pointers", "mine"
CONFLICT = "progress.sync-conflict-20261124-120000-ABCDEFG.toml"
READERS = ("list --json", "next --short", "progress --json", "show last")
_CURRICULUM = """schema = 1
id = "{id_}"
title = "{title}"

[[sections]]
id = "begin"
title = "Begin"

[[sections.resources]]
id = "{first}"
kind = "video"
title = "{title}"
url = "https://youtu.be/aaaaaaaaaaa"
duration = "10:00"
chapters = [{{ start = "0:00", title = "Intro" }}, {{ start = "5:00", title = "More" }}]

[[sections.resources]]
id = "lessons"
kind = "course"
title = "Course"
url = "https://example.org/course"
parts = [{{ title = "Part one", duration = "7:00" }}, {{ title = "Part two" }}]
"""
_NOT_UNDERSTOOD = b'[items."youtube:zzz"]\ntitle = 5\n\n'
_UNSTAMPED = b'[items."https://example.org/course".mark]\nstatus = "done"\non = 2026-11-24\n'


def _other_status(content: bytes) -> bytes:
    """Return the same with another status word of the same size."""
    other = {b'"done"': b'"todo"', b'"todo"': b'"done"'}
    return re.sub(rb'"(?:done|todo)"', lambda found: other[found[0]], content, count=1)


EDITS: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda content: content,
    "another status": _other_status,
    "all later": lambda content: content.replace(b" 12:", b" 13:"),
    "another title": lambda content: content.replace(b"video", b"Video"),
    "a mark without a stamp": lambda content: content.replace(END, _UNSTAMPED + END),
    "an entry that is not understood": lambda content: content.replace(END, _NOT_UNDERSTOOD + END),
    "cut": lambda content: content[: len(content) // 2],
    "garbage": lambda content: b"\x00garbage" + content[:9],
}
"""What a person, a sync service or a bad disk makes of a progress file."""


def curriculum_text(id_: str, first: str, title: str) -> bytes:
    """Return a curriculum; its first resource is one under every id and title."""
    return _CURRICULUM.format(id_=id_, first=first, title=title).encode()


def edited(content: bytes, edit: str) -> bytes:
    """Return a progress file after an edit: by hand, or `…, sealed` by another llmpath."""
    name = edit.removesuffix(", sealed")
    return EDITS[name](content) if edit == name else sealed(EDITS[name](content))


def sealed(content: bytes) -> bytes:
    """Return a progress file with the last line that llmpath would have given it."""
    body, _, _ = content.rpartition(END)
    return seal((body or content).decode(errors="replace"))


def lay(path: Path, content: bytes, how: str) -> None:
    """Put a content at a path: `in place`, `in place, time kept`, or under another name that is then its."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if how == "renamed" or not path.is_file():
        remove(path)
        written = path.with_name("written")
        written.write_bytes(content)
        written.replace(path)
        return
    before = path.stat()
    path.write_bytes(content)
    if how == "in place, time kept":
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def remove(path: Path) -> None:
    """Remove what is at a path, there or not."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def content_of(path: Path) -> bytes:
    """Return what a file holds, nothing where there is none."""
    return path.read_bytes() if path.is_file() else b""


class Home:
    """A home, and what a command would answer and leave behind there had there never been a cache.

    `written` is the progress that a command left behind last.
    """

    def __init__(self, base: Path, clock: FakeClock) -> None:
        self.folder, self._twin = base / "home", base / "twin"
        self.folder.mkdir()
        self.environ: dict[str, str] = {}
        self.written = sealed(b"")
        self._clock = clock
        self.cache = self.folder / ".cache/llmpath"
        self.state = self.folder / ".local/state/llmpath"
        self.progress = self.state / "progress.toml"
        self.elsewhere = self.folder / "elsewhere"
        self.config = self.folder / ".config/llmpath/config.toml"
        self.curricula = self.folder / ".local/share/llmpath/curricula"

    def run(self, line: str) -> None:
        """Run a command; it answers and leaves behind what it does where nothing is kept."""
        remove(self._twin)
        shutil.copytree(self.folder, self._twin, symlinks=True, ignore=shutil.ignore_patterns(".cache"))
        at = self._clock.time
        expected = self._ran(line, self._twin, is_cached=False)
        self._clock.time = at
        answer = self._ran(line, self.folder, is_cached=True)
        there = str(self._twin), str(self.folder)
        assert answer == Result(
            expected.stdout.replace(*there), expected.stderr.replace(*there), expected.code
        )
        assert _files(self.folder) == _files(self._twin)
        self.written = content_of(self.progress) or self.written

    def look(self) -> None:
        """Ask for everything; the answers are those that are worked out anew."""
        at = self._clock.time
        for line in READERS:
            self._clock.time = at
            cached = self._ran(line, self.folder, is_cached=True)
            self._clock.time = at
            assert cached == self._ran(line, self.folder, is_cached=False), line
        assert self._names(is_cached=True) == self._names(is_cached=False)

    def link(self, target: str) -> None:
        """Make progress a link to one of two files of one size and time, or lead it to the other."""
        if not self.progress.is_symlink():
            for name, edit in (("a", EDITS["nothing"]), ("b", _other_status)):
                lay(
                    self.elsewhere / name / "progress.toml",
                    sealed(edit(self.written)),
                    "renamed",
                )
        self.state.mkdir(parents=True, exist_ok=True)
        remove(self.progress)
        self.progress.symlink_to(Path("../../../elsewhere") / target / "progress.toml")

    def tidy_up(self) -> None:
        """Leave only what llmpath itself wrote last."""
        for path in (*self.state.glob("*.toml*"), *self.elsewhere.glob("*/*"), self.config):
            remove(path)
        lay(self.progress, self.written, "renamed")

    def _ran(self, line: str, folder: Path, *, is_cached: bool) -> Result:
        return self._shell(folder, is_cached=is_cached)(line)

    def _names(self, *, is_cached: bool) -> bytes | None:
        """Return what completion knows; where it cannot know anything, it offers nothing."""
        with self._shell(self.folder, is_cached=is_cached).surroundings():
            try:
                return names()
            except Exception:  # noqa: BLE001
                return None

    def _shell(self, folder: Path, *, is_cached: bool) -> Shell:
        return Shell(folder, self._clock, self.environ if is_cached else {**self.environ, OFF: "1"})


def _files(folder: Path) -> dict[str, bytes | str | None]:
    """Return what lies in a home, but for what is kept in the cache."""
    return {
        str(path.relative_to(folder)): os.readlink(path)
        if path.is_symlink()
        else path.read_bytes()
        if path.is_file()
        else None
        for path in sorted(folder.rglob("*"))
        if ".cache" not in path.parts
    }
