"""Lengths and positions: what is read as one, and how one is written."""

import pytest

from llmpath.domain.durations import SECONDS_LIMIT, clock, parse_clock, parse_length


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0", 0),
        ("90", 90),
        ("8752", 8752),
        (" 90 ", 90),
        ("0000000000000090", 90),
        ("0:00", 0),
        ("8:08", 488),
        ("08:08", 488),
        ("59:59", 3599),
        ("90:00", 5400),
        ("0:00:00", 0),
        ("0:08:08", 488),
        ("2:25:52", 8752),
        ("02:25:52", 8752),
        ("100:00:00", 360_000),
        ("2400:00:00", SECONDS_LIMIT),
        (str(SECONDS_LIMIT), SECONDS_LIMIT),
    ],
)
def test_hours_minutes_and_seconds_are_read(text: str, seconds: int) -> None:
    assert parse_clock(text) == seconds


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "-5",
        "+5",
        "1.5",
        "1_000",
        "1e3",
        ":",
        "8:",
        ":08",
        "8:8",
        "8:60",
        "8:080",
        "1:60:00",
        "1:00:60",
        "1:00:00:00",
        "-1:00",
        "1:-1",
        "1h8m20s",
        "8 : 08",
        "\u0663",
        "\u0661:\u0660\u0660",
        "\u00b2",
        str(SECONDS_LIMIT + 1),
        "2400:00:01",
    ],
)
def test_anything_else_is_no_length(text: str) -> None:
    assert parse_clock(text) is None


@pytest.mark.parametrize("tail", ["", ":00:00", ":00"], ids=["seconds", "hours", "minutes"])
def test_a_number_of_any_length_is_answered(tail: str) -> None:
    assert parse_clock("9" * 5000 + tail) is None


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0:00"),
        (9, "0:09"),
        (60, "1:00"),
        (488, "8:08"),
        (3599, "59:59"),
        (3600, "1:00:00"),
        (8752, "2:25:52"),
        (360_000, "100:00:00"),
    ],
)
def test_seconds_are_written_as_a_player_shows_them(seconds: int, text: str) -> None:
    assert clock(seconds) == text
    assert parse_clock(text) == seconds


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("25m", 1500),
        ("25", 1500),
        (" 25 ", 1500),
        ("1h", 3600),
        ("1h30m", 5400),
        ("1 h 30 m", 5400),
        ("1H30M", 5400),
        ("1h8m20s", 4100),
        ("1h5s", 3605),
        ("90s", 90),
        ("90m", 5400),
        ("0", 0),
        ("0h0m0s", 0),
    ],
)
def test_a_length_of_time_is_read_and_a_number_alone_is_minutes(text: str, seconds: int) -> None:
    assert parse_length(text) == seconds


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "m",
        "h30m",
        "30m1h",
        "1h1h",
        "1h30",
        "1.5h",
        "-5m",
        "+5m",
        "1:30",
        "5d",
        "5 minutes",
        "\u0663m",
        "9" * 5000,
    ],
)
def test_anything_else_is_no_length_of_time(text: str) -> None:
    assert parse_length(text) is None
