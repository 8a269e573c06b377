"""Join: whatever is read, in whatever order and however often, comes to the same progress."""

from hypothesis import given
from hypothesis import strategies as st
from records_strategies import progresses, seen, spans

from llmpath.domain.joining import join, order, painted, visible
from llmpath.domain.records import Progress, Seen
from llmpath.domain.timeline import Spans, common, joined, measure, without

ENOUGH = 100


@given(progresses, progresses)
def test_join_is_commutative(one: Progress, other: Progress) -> None:
    assert join(one, other) == join(other, one)


@given(progresses, progresses, progresses)
def test_join_is_associative(one: Progress, other: Progress, third: Progress) -> None:
    assert join(join(one, other), third) == join(one, join(other, third))


@given(progresses, progresses)
def test_join_is_idempotent(one: Progress, other: Progress) -> None:
    assert join(one, one) == one
    assert join(join(one, other), other) == join(one, other)


@given(progresses, progresses)
def test_the_greatest_stamp_wins_whole(one: Progress, other: Progress) -> None:
    together = join(one, other)
    for key, record in together.items.items():
        sides = [side.items[key] for side in (one, other) if key in side.items]
        for name in ("mark", "opened", "position"):
            registers = [getattr(side, name) for side in sides if getattr(side, name)]
            assert getattr(record, name) == max(registers, key=order, default=None)


@given(st.lists(seen, max_size=6))
def test_each_second_shows_what_was_said_of_it_last(entries: list[Seen]) -> None:
    kept = visible(frozenset(entries))
    for second in range(0, ENOUGH, 7):
        said = [entry for entry in entries if common(entry.spans, ((second, second + 1),))]
        shown = [stretch.top for stretch in painted(kept) if stretch.start <= second < stretch.end]
        assert shown == ([max(said, key=order)] if said else [])


@given(spans(), spans())
def test_spans_are_sets_of_seconds(one: Spans, other: Spans) -> None:
    def seconds(of: Spans) -> set[int]:
        return {second for second in range(ENOUGH) for start, end in of if start <= second < end}

    assert seconds(without(one, other)) == seconds(one) - seconds(other)
    assert seconds(common(one, other)) == seconds(one) & seconds(other)
    assert seconds(joined((*one, *other))) == seconds(one) | seconds(other)
    closed = tuple((start, min(end, ENOUGH)) for start, end in one)
    assert measure(closed) == len(seconds(closed))
