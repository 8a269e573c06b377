"""The rules of a curriculum file, each with its refusal: where, what is wrong, what would be right."""

import pytest

from llmpath.domain.outline import RESERVED_IDS
from llmpath.sources.rules import broken_rules
from unit.curricula import HEAD, PLAYLIST, RESOURCE, SECTION, VIDEO, Found, findings, places

THING = "sections[0].resources[0]"
SCHEMA = "llmpath curriculum schema"
AN_ID = "an id is lower case letters and digits in words joined by -, such as essence-of-calculus"


@pytest.mark.parametrize(
    "name", ["Maths", "1a", "a--b", "-a", "a-", "a_b", "", "é", "a b", "a.b", "a/b", "a\u0661"]
)
def test_an_id_is_words_joined_by_hyphens(name: str) -> None:
    refused = (AN_ID, SCHEMA)
    assert findings(HEAD.replace('"mine"', f'"{name}"')) == [("id", 2, *refused)]
    assert findings(SECTION.replace('"maths"', f'"{name}"')) == [("sections[0].id", 6, *refused)]
    assert findings(VIDEO.replace('"vectors"', f'"{name}"')) == [(f"{THING}.id", 10, *refused)]


@pytest.mark.parametrize("name", ["a", "a1", "a-1-b", "essence-of-calculus", "videos", "next-one"])
def test_other_ids_are_taken(name: str) -> None:
    assert findings(VIDEO.replace('"vectors"', f'"{name}"')) == []


def test_a_word_of_the_command_line_is_no_id() -> None:
    kinds = {"video", "playlist", "course", "article", "book", "paper", "repo", "tool", "task", "link"}
    assert {"next", "last", "all"} | kinds == RESERVED_IDS
    for name in RESERVED_IDS:
        refused = (f"{name} is a word of the command line; choose another id", SCHEMA)
        assert findings(SECTION.replace('"maths"', f'"{name}"')) == [("sections[0].id", 6, *refused)]
        assert findings(VIDEO.replace('"vectors"', f'"{name}"')) == [(f"{THING}.id", 10, *refused)]


def test_an_id_is_unique_over_sections_and_resources() -> None:
    again = """\
[[sections]]
id = "maths"
title = "More maths"

[[sections.resources]]
id = "vectors"
kind = "task"
title = "More vectors"

[[sections.resources]]
id = "maths"
kind = "task"
title = "Still more maths"
"""
    assert findings(VIDEO + again) == [
        ("sections[1].id", 14, '"maths" is the id of sections[0] already', "choose another id"),
        ("sections[1].resources[0].id", 18, f'"vectors" is the id of {THING} already', "choose another id"),
        ("sections[1].resources[1].id", 23, '"maths" is the id of sections[0] already', "choose another id"),
    ]


@pytest.mark.parametrize(
    "link",
    [
        "ftp://example.org/",
        "example.org",
        "https:///a",
        "https://user@example.org/",
        "javascript:alert(1)",
        "",
    ],
)
def test_a_link_is_http_with_a_host_and_without_a_user(link: str) -> None:
    said = (
        f'url = "{link}"\nlinks = [{{ title = "Slides", url = "{link}" }}]\n'
        f'[[sections.resources.parts]]\ntitle = "P"\nurl = "{link}"\n'
    )
    found = findings(PLAYLIST + said)
    assert [(finding.path, finding.line) for finding in found] == [
        (f"{THING}.url", 13),
        (f"{THING}.links[0].url", 14),
        (f"{THING}.parts[0].url", 17),
    ]
    assert {(f'"{link}"' in finding.message, finding.hint) for finding in found} == {(True, SCHEMA)}


@pytest.mark.parametrize("link", ["https://user@example.org/", "https:///a", "http://exa mple.org/"])
def test_a_former_link_is_a_link_too(link: str) -> None:
    assert places(VIDEO + f'was = ["old", "{link}"]\n') == [(f"{THING}.was[1]", 13)]


def test_chapters_ascend_and_start_inside_the_duration() -> None:
    chapters = "".join(
        f'  {{ start = {start}, title = "T" }},\n' for start in (10, 10, '"0:05"', 20, '"1:00"', '"9:00"')
    )
    at = f"{THING}.chapters"
    assert findings(f'{VIDEO}duration = "1:00"\nchapters = [\n{chapters}]\n') == [
        (f"{at}[1].start", 16, "0:10 is not after the chapter before, at 0:10", "chapters ascend"),
        (f"{at}[2].start", 17, "0:05 is not after the chapter before, at 0:10", "chapters ascend"),
        (f"{at}[4].start", 19, "1:00 is not inside the duration 1:00", "start < duration"),
        (f"{at}[5].start", 20, "9:00 is not inside the duration 1:00", "start < duration"),
    ]
    part = 'parts = [\n  { title = "P", duration = 60, chapters = [{ start = 60, title = "T" }] },\n]\n'
    assert places(PLAYLIST + part) == [(f"{THING}.parts[0].chapters[0].start", 14)]


def test_start_end_and_duration_are_in_order() -> None:
    assert findings(VIDEO + "start = 20\nend = 20\n") == [
        (f"{THING}.end", 14, "the end 0:20 is not after the start 0:20", "start < end")
    ]
    assert findings(VIDEO + 'end = "1:01"\nduration = "1:00"\n') == [
        (f"{THING}.end", 13, "the end 1:01 is beyond the duration 1:00", "end <= duration")
    ]
    assert findings(VIDEO + 'start = "1:00"\nduration = 60\n') == [
        (f"{THING}.start", 13, "the start 1:00 is not inside the duration 1:00", "start < duration")
    ]
    assert findings(VIDEO + "start = 20\nend = 60\nduration = 60\n") == []


@pytest.mark.parametrize("title", ["", " ", "\\n\\t", "\u3000"])
def test_a_title_is_not_empty(title: str) -> None:
    things = """\
links = [{ title = "", url = "https://example.org/" }]
parts = [
  { title = "" },
  { title = "Part", chapters = [{ start = 0, title = "" }] },
]
"""
    text = PLAYLIST.replace('"Mine"', '""').replace('"Maths"', '""').replace('"Vectors"', '""') + things
    refused = ("a title is not empty", SCHEMA)
    assert findings(text.replace('title = ""', f'title = "{title}"')) == [
        ("title", 3, *refused),
        ("sections[0].title", 7, *refused),
        (f"{THING}.title", 11, *refused),
        (f"{THING}.links[0].title", 13, *refused),
        (f"{THING}.parts[0].title", 15, *refused),
        (f"{THING}.parts[1].chapters[0].title", 16, *refused),
    ]


LINK = 'url = "https://example.org/{}"'


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('title = "Intro"', 'title = "Intro"'),
        ('title = "Intro"', 'title = " Intro "'),
        ('title = "Intro"', 'title = "intro!"'),
        (f'title = "Intro", {LINK.format(1)}', f'title = "Intro", {LINK.format(2)}'),
        (f'title = "Intro", {LINK.format(1)}', f'title = "Intro ", {LINK.format(2)}'),
        (f'title = "Intro", {LINK.format(1)}', 'title = "Intro"'),
        ('title = "Intro"', f'title = "Intro", {LINK.format(1)}'),
    ],
)
def test_parts_of_one_parent_have_different_titles(first: str, second: str) -> None:
    parts = f'parts = [\n  {{ {first} }},\n  {{ title = "Other" }},\n  {{ {second} }},\n]\n'
    assert places(PLAYLIST + parts) == [(f"{THING}.parts[2].title", 16)]
    assert {finding.hint for finding in findings(PLAYLIST + parts)} == {"give parts different titles"}


def test_parts_of_different_parents_may_have_one_title() -> None:
    other = PLAYLIST.removeprefix(SECTION).replace("vectors", "tensors")
    assert (
        findings(PLAYLIST + 'parts = [{ title = "Intro" }]\n' + other + 'parts = [{ title = "Intro" }]\n')
        == []
    )


def test_there_are_at_most_a_hundred_thousand_resources() -> None:
    def refused(*counts: int) -> list[Found]:
        empty: dict[str, str] = {}
        document = {"sections": [{"resources": [empty] * count} for count in counts]}
        return [Found(*finding) for finding in broken_rules(document, lambda _: None)]

    assert refused(60_000, 40_000) == []
    assert refused(60_000, 40_001) == [("sections", None, "100,001 resources", "at most 100,000 fit")]


def test_everything_is_found_in_one_run() -> None:
    text = (
        VIDEO.replace('"maths"', '"Maths"').replace('"video"', '"film"')
        + 'url = "ftp://a.org"\nduraton = 5\nstart = 9\nend = 9\nafter = ["nope"]\nnote = 5\n'
        + RESOURCE.removeprefix(SECTION).replace('"Vectors"', '""')
    )
    assert set(places(text)) >= {
        ("sections[0].id", 6),
        (f"{THING}.kind", 12),
        (f"{THING}.url", 13),
        (f"{THING}.duraton", 14),
        (f"{THING}.end", 16),
        (f"{THING}.after[0]", 17),
        (f"{THING}.note", 18),
        ("sections[0].resources[1].id", 21),
        ("sections[0].resources[1].title", 22),
        ("sections[0].resources[1].kind", 20),
    }
