"""Which registers a note writes."""

from datetime import date

import pytest

from llmpath.domain import noting
from llmpath.domain.joining import apply
from llmpath.domain.occasion import Occasion
from llmpath.domain.outline_builder import Entry
from llmpath.domain.records import Progress
from llmpath.domain.status import Standings
from llmpath.errors import BadNoteError, NothingNotedError
from unit.outlines import OTHER_VIDEO, VIDEO, VIDEO_KEY, outline

TODAY = date(2026, 11, 24)
HERE = Occasion(1_000, TODAY, "1e092157f5d0")
PATH = outline([Entry("A talk", "video", "talk", VIDEO), Entry("Other", "video", "other", OTHER_VIDEO)])


def standings(progress: Progress) -> Standings:
    return Standings(PATH, progress)


def test_ids_are_four_signs_and_differ_over_all_things_even_in_one_millisecond() -> None:
    progress = Progress()
    for count in range(300):
        thing = PATH.by_id["talk" if count % 2 else "other"]
        progress = apply(progress, noting.add(thing, None, "text", standings(progress), HERE).delta)
    ids = [name for record in progress.items.values() for name in record.notes]
    assert len(set(ids)) == len(ids) == 300
    assert {len(name) for name in ids} == {4}
    assert set("".join(ids)) <= set("0123456789abcdefghijklmnopqrstuvwxyz")


def test_another_device_and_another_time_take_other_ids() -> None:
    talk, nothing = PATH.by_id["talk"], standings(Progress())
    occasions = [HERE, HERE._replace(device="ffffffffffff"), HERE._replace(now=1_001)]
    assert len({noting.add(talk, None, "text", nothing, occasion).note.id for occasion in occasions}) == 3


def test_a_change_is_later_than_what_it_changes_though_the_clock_went_back() -> None:
    talk = PATH.by_id["talk"]
    added = noting.add(talk, 7, "text", standings(Progress()), HERE._replace(now=5_000))
    edited = noting.edit(talk, added.note, "other", standings(added.delta), HERE)
    assert edited.note.stamp.at == 5_001
    progress = apply(added.delta, edited.delta)
    deleted = noting.delete(talk, edited.note, standings(progress), HERE)
    assert deleted.note.stamp.at == 5_002
    (note,) = apply(progress, deleted.delta).items[VIDEO_KEY].notes.values()
    assert (note.text, note.moment, note.on, note.gone) == ("other", 7, TODAY, True)


@pytest.mark.parametrize(
    ("text", "kept"), [("a", "a"), (" a\t\n", "a"), ("\r\na\r\nb\rc\n", "a\nb\nc"), ("a \n b", "a \n b")]
)
def test_what_is_kept_of_a_text(text: str, kept: str) -> None:
    assert noting.tidy(text) == kept


@pytest.mark.parametrize("text", ["", " \r\n\t", "\u2003"])
def test_white_space_is_no_text(text: str) -> None:
    with pytest.raises(NothingNotedError):
        noting.tidy(text)


def test_bytes_are_utf_8_with_or_without_its_mark() -> None:
    assert noting.readable(b"\xef\xbb\xbf\xc3\xa9") == noting.readable(b"\xc3\xa9") == "é"
    with pytest.raises(BadNoteError):
        noting.readable(b"\xed\xa0\x80")
