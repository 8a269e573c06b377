"""The lines at which the tables and keys of a TOML text stand."""

import pytest

from llmpath.sources.findings import Lines

TEXT = """\
# A curriculum.
schema = 1
id = "mine"

[[sections]]
id = "one"

[[sections]]   # the second
  id = "two"

  [[sections.resources]]
  id = "two-one"
  chapters = [
    { start = 0, title = "A" },
    # between
    { start = 5, title = "[B]" },
  ]
  parts = [   # one a line
    { title = "P" },
  ]
  note = "after the lists"

[[ sections . resources ]]
"id" = "two-two"
links = [{ title = "L", url = "https://example.org/" }]

[[sections.resources.chapters]]
start = 9

[[sections.resources.chapters]]
start = 10

[[sections]]
id = "three"
[[sections.resources]]
id = "three-one"
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("schema", 2),
        ("id", 3),
        ("sections[0]", 5),
        ("sections[0].id", 6),
        ("sections[1]", 8),
        ("sections[1].id", 9),
        ("sections[1].resources[0]", 11),
        ("sections[1].resources[0].id", 12),
        ("sections[1].resources[0].chapters", 13),
        ("sections[1].resources[0].chapters[0]", 14),
        ("sections[1].resources[0].chapters[1]", 16),
        ("sections[1].resources[0].parts[0]", 19),
        ("sections[1].resources[0].note", 21),
        ("sections[1].resources[1]", 23),
        ("sections[1].resources[1].chapters[0]", 27),
        ("sections[1].resources[1].chapters[0].start", 28),
        ("sections[1].resources[1].chapters[1].start", 31),
        ("sections[2]", 33),
        ("sections[2].id", 34),
        ("sections[2].resources[0]", 35),
        ("sections[2].resources[0].id", 36),
    ],
)
def test_headers_keys_and_tables_in_lists_are_found(path: str, line: int) -> None:
    assert Lines(TEXT).of(path) == line


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("sections[1].resources[0].chapters[1].title", 16),
        ("sections[1].resources[0].kind", 11),
        ("sections[1].resources[1].links[0].url", 25),
        ("sections[1].resources[1].chapters[0].title", 27),
        ("sections[2].after[3]", 33),
    ],
)
def test_what_is_deeper_or_missing_is_at_the_line_of_what_it_stands_in(path: str, line: int) -> None:
    assert Lines(TEXT).of(path) == line


@pytest.mark.parametrize("path", ["title", "", "sections[7]", "nowhere[0].at.all"])
def test_what_stands_in_nothing_has_no_line(path: str) -> None:
    assert Lines(TEXT).of(path) is None


@pytest.mark.parametrize(
    "lines",
    [
        ['note = """', "[[sections]]", 'id = "no"', '"""'],
        ["note = '''", "[[sections]]", 'id = """', "'''"],
        ['note = """[[sections]]', 'id = "no"', 'end"""'],
        ['note = """one line"""'],
        ["note = '''one line'''", 'more = """again"""'],
        ['note = """"quoted""""', 'more = """', '[[sections]]"""'],
        ['note = """', '\\""" [[sections]]', '"""'],
        ['note = """ it\'s \'\'\' inside """'],
        ["note = \"it's ''' inside\""],
        ["note = ''"],
        ['# the mark """ in a comment'],
        ['note = "text" # the mark """ in a comment'],
        ["note = 5 # the mark ''' in a comment"],
        ['note = """', "# no comment: '''", '"""'],
        ['note = "a # b"', 'more = """ # no comment', '[[sections]]"""'],
        ['note = "a\u2028b\u2029c\u0085d"'],
        ["# a form\u2028feed"],
        ["note = '[[sections]]'", 'more = "x = ["'],
        ["words = [", '  "[[sections]]",', '  "id = 1",', "]"],
        ["words = [", "  [1, 2],", "  [3],", "]"],
    ],
    ids=str,
)
def test_what_stands_in_texts_and_comments_confuses_nothing(lines: list[str]) -> None:
    text = "\n".join(["[[sections]]", *lines, 'last = "here"', "[[sections]]", 'id = "second"', ""])
    found = Lines(text)
    assert found.of("sections[0].last") == len(lines) + 2
    assert found.of("sections[1]") == len(lines) + 3
    assert found.of("sections[1].id") == len(lines) + 4
    assert found.of("sections[2]") is None
