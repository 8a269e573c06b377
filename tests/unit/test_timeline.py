"""Timelines: spans joined, taken away, laid over each other, read and written."""

import pytest

from llmpath.domain.timeline import (
    OPEN,
    Spans,
    common,
    format_spans,
    joined,
    measure,
    paint,
    parse_spans,
    without,
)


@pytest.mark.parametrize(
    ("spans", "union"),
    [
        ([], ()),
        ([(5, 5), (9, 3)], ()),
        ([(10, 20), (0, 5)], ((0, 5), (10, 20))),
        ([(0, 5), (5, 9)], ((0, 9),)),
        ([(0, 5), (6, 9)], ((0, 5), (6, 9))),
        ([(0, 9), (2, 4), (8, 12)], ((0, 12),)),
        ([(0, 9), (0, 9)], ((0, 9),)),
        ([(100, OPEN), (0, 5), (200, 300)], ((0, 5), (100, OPEN))),
    ],
)
def test_spans_are_joined_in_order_and_do_not_touch(spans: list[tuple[int, int]], union: Spans) -> None:
    assert joined(spans) == union
    assert joined(reversed(spans)) == union


@pytest.mark.parametrize(
    ("spans", "taken", "left"),
    [
        (((0, 10),), (), ((0, 10),)),
        ((), ((0, 10),), ()),
        (((0, 10),), ((0, 10),), ()),
        (((0, 10),), ((3, 5),), ((0, 3), (5, 10))),
        (((0, 10),), ((0, 3), (9, 20)), ((3, 9),)),
        (((0, 10),), ((10, 20),), ((0, 10),)),
        (((0, 4), (6, 10), (20, 30)), ((2, 8), (25, 26)), ((0, 2), (8, 10), (20, 25), (26, 30))),
        (((0, OPEN),), ((0, 488),), ((488, OPEN),)),
        (((0, OPEN),), ((488, OPEN),), ((0, 488),)),
        (((100, OPEN),), ((0, OPEN),), ()),
    ],
)
def test_taking_spans_away_leaves_the_rest(spans: Spans, taken: Spans, left: Spans) -> None:
    assert without(spans, taken) == left


@pytest.mark.parametrize(
    ("spans", "others", "inside"),
    [
        (((0, 10),), (), ()),
        (((0, 10),), ((10, 20),), ()),
        (((0, 10),), ((3, 5), (8, 20)), ((3, 5), (8, 10))),
        (((0, 4), (6, 10)), ((2, 8),), ((2, 4), (6, 8))),
        (((0, OPEN),), ((488, 852),), ((488, 852),)),
        (((100, OPEN),), ((0, OPEN),), ((100, OPEN),)),
    ],
)
def test_what_is_common_is_in_both(spans: Spans, others: Spans, inside: Spans) -> None:
    assert common(spans, others) == inside
    assert common(others, spans) == inside


def test_spans_are_measured_in_seconds() -> None:
    assert measure(()) == 0
    assert measure(((0, 488), (852, 1149))) == 785


def test_the_layer_on_top_hides_what_is_under_it() -> None:
    layers: list[tuple[Spans, str]] = [
        (((10, 20),), "skipped"),
        (((0, 15), (30, 40)), "done"),
        (((0, OPEN),), "todo"),
    ]
    assert paint(layers) == (
        (0, 10, "done"),
        (10, 20, "skipped"),
        (20, 30, "todo"),
        (30, 40, "done"),
        (40, OPEN, "todo"),
    )


def test_a_layer_that_is_hidden_wholly_is_not_seen() -> None:
    layers: list[tuple[Spans, str]] = [(((0, 5),), "a"), (((5, 10),), "b"), (((2, 8),), "hidden")]
    assert paint(layers) == ((0, 5, "a"), (5, 10, "b"))


def test_a_layer_under_several_is_seen_in_pieces() -> None:
    layers: list[tuple[Spans, str]] = [(((5, 6),), "top"), (((8, 9),), "top"), (((0, 10),), "under")]
    assert [stretch[:2] for stretch in paint(layers) if stretch.top == "under"] == [(0, 5), (6, 8), (9, 10)]
    assert paint([]) == ()


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("0:00-8:08, 14:12-19:09", ((0, 488), (852, 1149))),
        ("1:44:00-", ((6240, OPEN),)),
        ("0:00-", ((0, OPEN),)),
        ("0:00-0:01, 59:59-1:00:00, 2:00:00-", ((0, 1), (3599, 3600), (7200, OPEN))),
    ],
)
def test_spans_are_written_and_read_again(text: str, spans: Spans) -> None:
    assert format_spans(spans) == text
    assert parse_spans(text) == spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("14:12-19:09,0:00-8:08", ((0, 488), (852, 1149))),
        ("0:00 - 8:08 , 8:08-14:12", ((0, 852),)),
        ("0-90", ((0, 90),)),
        ("0:10-, 0:00-0:20", ((0, OPEN),)),
    ],
)
def test_spans_written_by_hand_are_put_in_order(text: str, spans: Spans) -> None:
    assert parse_spans(text) == spans


@pytest.mark.parametrize(
    "text",
    [
        "", ",", "-", "all", "8:08", "-8:08", "0:00-8:08,", "0:00-8:08 14:12-19:09", "8:08-0:00",
        "5:00-5:00", "0:00-8:99", "0:00-8:08-9:00", "0:00-8:08, later", "0:00\u20138:08",
    ],
)  # fmt: skip
def test_what_is_no_spans_is_not_read(text: str) -> None:
    assert parse_spans(text) is None


def test_a_span_with_an_endless_number_is_not_read() -> None:
    assert parse_spans("9" * 5000 + ":00:00-") is None
