"""Fields of a curriculum file: each of its own type, none unknown, none missing that must be there."""

import pytest

from unit.curricula import HEAD, VIDEO, findings, places

THING = "sections[0].resources[0]"


def test_a_field_that_is_not_known_is_named() -> None:
    text = """\
schema = 1
id = "mine"
title = "Mine"
colour = "red"

[[sections]]
id = "maths"
title = "Maths"
resource = []

[[sections.resources]]
id = "vectors"
kind = "playlist"
title = "Vectors"
duraton = "1:00"
links = [
  { title = "Slides", url = "https://example.org/", size = 1 },
]
parts = [
  { title = "A", id = "a", after = ["vectors"], parts = [] },
  { title = "B", chapters = [{ start = 0, end = 5, title = "C" }] },
]
"""
    refused = ("there is no such field", "check the spelling, or leave it out")
    assert findings(text) == [
        ("colour", 4, *refused),
        ("sections[0].resource", 9, *refused),
        (f"{THING}.duraton", 15, *refused),
        (f"{THING}.links[0].size", 17, *refused),
        (f"{THING}.parts[0].after", 20, *refused),
        (f"{THING}.parts[0].id", 20, *refused),
        (f"{THING}.parts[0].parts", 20, *refused),
        (f"{THING}.parts[1].chapters[0].end", 21, *refused),
    ]


def test_a_field_that_is_missing_is_named() -> None:
    text = """\
[[sections]]
[[sections.resources]]
[[sections.resources.links]]
[[sections.resources.parts]]
[[sections.resources]]
[[sections.resources.chapters]]
"""
    refused = ("this field is missing", "add it")
    missing = [
        ("id", None),
        ("schema", None),
        ("title", None),
        ("sections[0].id", 1),
        ("sections[0].title", 1),
        (f"{THING}.id", 2),
        (f"{THING}.kind", 2),
        (f"{THING}.title", 2),
        (f"{THING}.links[0].title", 3),
        (f"{THING}.links[0].url", 3),
        (f"{THING}.parts[0].title", 4),
        ("sections[0].resources[1].id", 5),
        ("sections[0].resources[1].kind", 5),
        ("sections[0].resources[1].title", 5),
        ("sections[0].resources[1].chapters[0].start", 6),
        ("sections[0].resources[1].chapters[0].title", 6),
    ]
    found = findings(text)
    assert [finding for finding in found if finding.message == refused[0]] == [
        (*place, *refused) for place in missing
    ]


def test_an_empty_file_misses_what_every_curriculum_has() -> None:
    assert places("") == [("id", None), ("schema", None), ("title", None)]


@pytest.mark.parametrize("value", ["0", "2", "-1", '"1"', "1.0", "true", "[1]", "{}", "1979-05-27"])
def test_the_schema_is_the_number_one(value: str) -> None:
    assert places(HEAD.replace("schema = 1", f"schema = {value}")) == [("schema", 1)]


@pytest.mark.parametrize("value", ['"film"', '"Video"', '""', "1", "true", "[]"])
def test_a_kind_is_one_of_ten(value: str) -> None:
    ((path, line, message, _),) = findings(VIDEO.replace('"video"', value))
    assert (path, line) == (f"{THING}.kind", 12)
    for kind in ("video", "playlist", "course", "article", "book", "paper", "repo", "tool", "task", "link"):
        assert f"'{kind}'" in message


@pytest.mark.parametrize(
    "value", ["-1", "1.5", "true", '"soon"', '"1:60"', '""', "00:01:00", "[]", "8640001"]
)
@pytest.mark.parametrize("field", ["duration", "start", "end"])
def test_a_length_or_position_is_a_clock_or_whole_seconds(field: str, value: str) -> None:
    assert findings(f"{VIDEO}{field} = {value}\n") == [
        (
            f"{THING}.{field}",
            13,
            'a length or position is "h:mm:ss", "m:ss" or whole seconds',
            "llmpath curriculum schema",
        )
    ]
    chapter = f'chapters = [\n  {{ start = {value}, title = "T" }},\n]\n'
    assert places(VIDEO + chapter) == [(f"{THING}.chapters[0].start", 14)]


@pytest.mark.parametrize("value", ['"2:25:52"', '"45:52"', "8752", '"8752"', '"0:00:01"', '" 1:00 "'])
def test_lengths_are_taken_in_any_of_these_forms(value: str) -> None:
    assert findings(f"{VIDEO}duration = {value}\n") == []


def test_a_value_of_another_type_is_refused_at_its_place() -> None:
    text = """\
schema = 1
id = "mine"
title = ["Mine"]
version = 2026.11
source = true

[[sections]]
id = 5
title = 1979-05-27
note = []
after = "vectors"

[[sections.resources]]
id = true
kind = "video"
title = {}
url = 5
author = 1.5
note = 1
after = [1, {}]
was = "old"
links = {}
chapters = "0:00"
parts = 3

[[sections.resources]]
id = "more"
kind = "playlist"
title = "More"
links = [1, "x", { title = 5, url = false }]
parts = [3, { title = 5, url = 5, kind = "video", chapters = [1, { start = 0, title = {} }] }]
"""
    more = "sections[0].resources[1]"
    assert places(text) == [
        ("title", 3),
        ("version", 4),
        ("source", 5),
        ("sections[0].id", 8),
        ("sections[0].title", 9),
        ("sections[0].note", 10),
        ("sections[0].after", 11),
        (f"{THING}.id", 14),
        (f"{THING}.title", 16),
        (f"{THING}.url", 17),
        (f"{THING}.author", 18),
        (f"{THING}.note", 19),
        (f"{THING}.after[0]", 20),
        (f"{THING}.after[1]", 20),
        (f"{THING}.was", 21),
        (f"{THING}.links", 22),
        (f"{THING}.chapters", 23),
        (f"{THING}.parts", 24),
        (f"{more}.links[0]", 30),
        (f"{more}.links[1]", 30),
        (f"{more}.links[2].title", 30),
        (f"{more}.links[2].url", 30),
        (f"{more}.parts[0]", 31),
        (f"{more}.parts[1].chapters[0]", 31),
        (f"{more}.parts[1].chapters[1].title", 31),
        (f"{more}.parts[1].title", 31),
        (f"{more}.parts[1].url", 31),
    ]
