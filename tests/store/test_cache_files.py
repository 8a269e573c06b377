"""The files of the cache, whatever becomes of them: no crash, no other answer, and kept anew afterwards."""

import marshal
import os
import shutil
import stat
import time
from binascii import crc32
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple
from unittest.mock import patch

import pytest

from llmpath import cache
from llmpath.cli.completion.names import names
from shell import Shell

COUNT = int(os.environ.get("CACHE_CORRUPTIONS", "100"))
MAGIC = b"llmpath\x00"
HEAD = len(MAGIC) + 4
SOMEONE = 12345
FILES = ("names", "next-short", "outline", "progress", "settings")
LINES = ("next --short", "list --json", "progress --json")
SECTIONS = """
[[sections]]
id = "begin"
title = "Begin"

[[sections.resources]]
id = "{first}"
kind = "video"
title = "{first}"
url = "https://youtu.be/aaaaaaaaaaa"
duration = "10:00"

[[sections.resources]]
id = "{second}"
kind = "article"
title = "{second}"
url = "https://example.org/article"
"""

Answers = tuple[object, ...]


class Kept(NamedTuple):
    """A learner's cache: its files by what they are, and what each would be if it lied."""

    run: Shell
    folder: Path
    good: dict[str, bytes]
    lies: dict[str, bytes]
    right: Answers

    def path(self, what: str) -> Path:
        return next(path for path in self.folder.iterdir() if path.name.startswith(what))


def packed(whole: Any) -> bytes:
    body = marshal.dumps(whole)
    return MAGIC + crc32(body).to_bytes(4, "big") + body


def unpacked(content: bytes) -> tuple[Any, ...]:
    tag, kept_for, sources, what = marshal.loads(content[HEAD:])  # noqa: S302
    return tag, kept_for, sources, what


def files_in(folder: Path) -> dict[str, bytes]:
    kinds = {path: next(what for what in FILES if path.name.startswith(what)) for path in folder.iterdir()}
    return {what: path.read_bytes() for path, what in kinds.items()}


def answers(run: Shell) -> Answers:
    with run.surroundings():
        named = names()
    return (named, *map(run, LINES))


@pytest.fixture
def kept(run: Shell, curriculum: Callable[[str], Path]) -> Iterator[Kept]:
    """The cache of a learner who had another curriculum and other marks before; every file is settled."""
    folder = run.home / ".cache/llmpath"
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(SECTIONS.format(first="two", second="one")))
    with patch.object(cache, "COARSEST", 0):
        run.ok("config speed 1.5")
        run.ok("mark done two")
        before = files_in(folder)
        run.ok("config speed 2")
        curriculum(SECTIONS.format(first="one", second="two"))
        run.ok("todo one")
        shutil.rmtree(folder)
        answers(run)
        good = files_in(folder)
        lies = {what: packed((*unpacked(good[what])[:3], unpacked(before[what])[3])) for what in FILES}
        run.environ[cache.OFF] = "1"
        right = answers(run)
        del run.environ[cache.OFF]
        yield Kept(run, folder, good, lies, right)


def cut(path: Path, kept: Kept, what: str, chance: Random) -> None:
    path.write_bytes(kept.good[what][: chance.randrange(len(kept.good[what]))])


def flip(path: Path, kept: Kept, what: str, chance: Random) -> None:
    content = bytearray(kept.good[what])
    content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
    path.write_bytes(content)


def insert(path: Path, kept: Kept, what: str, chance: Random) -> None:
    place = chance.randrange(len(kept.good[what]) + 1)
    more = chance.randbytes(chance.randrange(1, 20))
    path.write_bytes(kept.good[what][:place] + more + kept.good[what][place:])


def empty(path: Path, *_: object) -> None:
    path.write_bytes(b"")


def of_another_version(path: Path, kept: Kept, what: str, chance: Random) -> None:
    (version, *more), *rest = unpacked(kept.lies[what])
    tag = [f"{version}1", *more] if chance.random() < 0.5 else [version, "/elsewhere/cache.py", *more[1:]]
    path.write_bytes(packed((tuple(tag), *rest)))


def of_another_name(path: Path, kept: Kept, what: str, chance: Random) -> None:
    path.write_bytes(kept.good[chance.choice([other for other in FILES if other != what])])


def of_another_user(path: Path, kept: Kept, what: str, _: Random) -> None:
    if os.geteuid() == 0:
        path.write_bytes(kept.lies[what])
        os.chown(path, SOMEONE, SOMEONE)


def a_link(path: Path, kept: Kept, what: str, _: Random) -> None:
    target = path.parent.parent / "lie"
    target.write_bytes(kept.lies[what])
    path.unlink()
    path.symlink_to(target)


def a_folder(path: Path, *_: object) -> None:
    path.unlink()
    path.mkdir()


def a_pipe(path: Path, *_: object) -> None:
    path.unlink()
    os.mkfifo(path)


def unreadable(path: Path, *_: object) -> None:
    path.chmod(0)


CORRUPTIONS = (
    cut, flip, insert, empty, of_another_version, of_another_name, of_another_user, a_link, a_folder,
    a_pipe, unreadable,
)  # fmt: skip


@pytest.mark.parametrize("what", FILES)
def test_a_corrupted_file_is_not_believed_and_kept_anew(kept: Kept, what: str) -> None:
    path = kept.path(what)
    assert answers(kept.run) == kept.right
    for number in range(COUNT):
        chance = Random(number)  # noqa: S311
        corrupt = chance.choice(CORRUPTIONS) if number >= len(CORRUPTIONS) else CORRUPTIONS[number]
        corrupt(path, kept, what, chance)
        assert answers(kept.run) == kept.right, (number, corrupt)
        if corrupt is a_folder:
            path.rmdir()
        kept.run.ok("next")
        assert unpacked(path.read_bytes()) == unpacked(kept.good[what]), (number, corrupt)


@pytest.mark.parametrize("what", FILES)
def test_the_lies_would_be_told(kept: Kept, what: str) -> None:
    kept.path(what).write_bytes(kept.lies[what])
    assert answers(kept.run) != kept.right


def test_files_are_private_under_any_umask(kept: Kept) -> None:
    shutil.rmtree(kept.folder)
    before = os.umask(0)
    try:
        assert answers(kept.run) == kept.right
    finally:
        os.umask(before)
    assert stat.S_IMODE(kept.folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept.folder.iterdir()} == {0o600}
    assert set(files_in(kept.folder)) == set(FILES)


def test_a_folder_that_others_may_enter_is_closed_to_them(kept: Kept) -> None:
    kept.folder.chmod(0o777)
    kept.path("names").unlink()
    assert answers(kept.run) == kept.right
    assert stat.S_IMODE(kept.folder.stat().st_mode) == 0o700


def test_nothing_is_kept_where_that_is_not_wanted(kept: Kept) -> None:
    shutil.rmtree(kept.folder)
    kept.run.environ[cache.OFF] = "1"
    assert answers(kept.run) == kept.right
    kept.run.ok("mark done two")
    assert not kept.folder.exists()


def test_a_file_or_a_link_to_nothing_in_the_place_of_the_folder_is_left_alone(kept: Kept) -> None:
    shutil.rmtree(kept.folder)
    kept.folder.write_text("mine")
    assert answers(kept.run) == kept.right
    assert kept.folder.read_text() == "mine"
    kept.folder.unlink()
    kept.folder.symlink_to("nothing")
    assert answers(kept.run) == kept.right
    assert os.readlink(kept.folder) == "nothing"


def test_a_link_to_a_folder_is_followed(kept: Kept) -> None:
    kept.folder.rename(kept.run.home / "elsewhere")
    kept.folder.symlink_to(kept.run.home / "elsewhere")
    kept.path("names").unlink()
    assert answers(kept.run) == kept.right
    assert kept.path("names").exists()


def test_nothing_is_written_into_the_folder_of_someone_else(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in kept.folder.iterdir():
        path.unlink()
    kept.folder.chmod(0o777)
    monkeypatch.setattr(os, "geteuid", lambda: SOMEONE)  # only root could give the folder away instead
    assert answers(kept.run) == kept.right
    assert os.listdir(kept.folder) == []
    assert stat.S_IMODE(kept.folder.stat().st_mode) == 0o777


@pytest.mark.parametrize("age", [60, -3600])
def test_what_a_killed_writer_left_does_not_block(kept: Kept, age: int) -> None:
    path, left = kept.path("names"), kept.folder / "names.new"
    path.unlink()
    left.write_bytes(b"half")
    os.utime(left, (time.time() - age,) * 2)
    kept.run.ok("next")
    assert not left.exists()
    kept.run.ok("next")
    assert unpacked(path.read_bytes()) == unpacked(kept.good["names"])


def test_a_writer_leaves_another_one_alone(kept: Kept) -> None:
    path, theirs = kept.path("names"), kept.folder / "names.new"
    path.unlink()
    theirs.write_bytes(b"half")
    assert answers(kept.run) == kept.right
    assert theirs.read_bytes() == b"half"
    assert not path.exists()


def test_no_file_stays_open(kept: Kept) -> None:
    path = kept.path("names")
    path.unlink()
    path.mkdir()
    before = os.listdir("/dev/fd")
    assert answers(kept.run) == kept.right
    assert os.listdir("/dev/fd") == before
