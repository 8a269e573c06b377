"""The model of a disk: a suite that stands on one that is too kind would find nothing."""

import os
from collections.abc import Sequence

import pytest

from fault.disk import Disk
from fault.images import Image
from fault.messages import Call

OLD: Image = {"f": b"old"}
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
WRITTEN = (Call("create", "t", flags=NEW), Call("write", "t", data=b"fresh"))
SYNCED = (*WRITTEN, Call("fsync", "t"))
RENAMED = Call("replace", "t", "f")
CONFIRMED = Call("fsync", ".")


def left(before: Image, calls: Sequence[Call]) -> list[Image]:
    disk = Disk(before)
    for call in calls:
        disk.replay(call)
    return list(disk.after_power_cut())


@pytest.mark.parametrize("found", [{"f": b"old"}, {"f": b"fresh"}, {"f": b""}, {"f": b"fr"}, {"f": bytes(5)}])
def test_bytes_that_were_not_synced_may_be_anything(found: Image) -> None:
    assert found in left(OLD, [*WRITTEN, RENAMED])


def test_a_rename_that_was_not_synced_may_be_undone_and_nothing_more() -> None:
    assert left(OLD, [*SYNCED, RENAMED]).count({"f": b"fresh"}) > 0
    kinds = {tuple(sorted(image.items())) for image in left(OLD, [*SYNCED, RENAMED])}
    assert kinds == {(("f", b"fresh"),), (("f", b"old"),), (("f", b"old"), ("t", b"fresh"))}


def test_what_was_synced_is_left_whole() -> None:
    images = left(OLD, [*SYNCED, RENAMED, CONFIRMED])
    assert [image for image in images if image != {"f": b"fresh"}] == []


def test_a_folder_that_was_not_synced_may_be_gone_with_all_in_it() -> None:
    calls = [Call("mkdir", "d"), Call("create", "d/t", flags=NEW), Call("fsync", "d")]
    assert {} in left({}, calls)
    assert {} not in left({}, [*calls, CONFIRMED])


def test_a_rename_between_two_names_of_one_file_does_nothing() -> None:
    images = left(OLD, [Call("link", "f", "t"), CONFIRMED, RENAMED])
    assert [image for image in images if image != {"f": b"old", "t": "f"}] == []


def test_a_call_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="truncate"):
        left(OLD, [Call("truncate", "f")])
