"""One more resource in a curriculum file: at the end of its section, all else byte for byte as it was."""

import tomllib
from pathlib import Path

import pytest

from llmpath.domain.new_resource import NewResource
from llmpath.errors import NotEditableError, UsageError
from llmpath.sources.editing import with_resource

NEW = NewResource("new", "link", 'A "new" one \\ [[sections]] # ☃', "https://example.org/new")
TABLE = """
[[sections.resources]]
id = "new"
kind = "link"
title = "A \\"new\\" one \\\\ [[sections]] # ☃"
url = "https://example.org/new"
"""
HEAD = 'schema = 1\nid = "mine"\ntitle = "Mine"\n\n'
FIRST = '[[sections]]\nid = "a"\ntitle = "A"\n'
FULL = """
[[sections.resources]]
id = "x"
kind = "video"
title = "X"

[[sections.resources.chapters]]
start = 0
title = "c"
"""
COMMENT = "\n# the second\n# section\n"
SECOND = '[[sections]]\nid = "b"\ntitle = "B"\n'
TRICKY = '''note = """
[[sections]]
id = "no"
# no comment"""
'''


def edited(text: str, section: int = 0) -> str:
    return with_resource(text.encode(), section, NEW).decode()


def test_it_stands_behind_the_last_words_of_its_section() -> None:
    before, after = HEAD + FIRST + FULL, COMMENT + SECOND
    assert edited(before + after) == before + TABLE + after
    assert edited(before + after, 1) == before + after + TABLE


def test_a_section_without_resources_gets_its_first() -> None:
    assert edited(HEAD + FIRST) == HEAD + FIRST + TABLE
    assert edited(HEAD + FIRST + SECOND) == HEAD + FIRST + TABLE + "\n" + SECOND


def test_the_last_line_may_have_no_end() -> None:
    assert edited((HEAD + FIRST).rstrip("\n")) == HEAD + FIRST + TABLE


def test_line_ends_and_a_mark_at_the_beginning_are_those_of_the_file() -> None:
    text = "\ufeff" + (HEAD + FIRST + FULL + COMMENT + SECOND).replace("\n", "\r\n")
    new = TABLE.replace("\n", "\r\n")
    at = text.index("\r\n# the second")
    assert edited(text) == text[:at] + new + text[at:]


@pytest.mark.parametrize("last", [TRICKY, TRICKY.replace('\n# no comment"""', '\n\n"""')])
def test_what_looks_like_a_header_or_comment_in_a_text_is_none(last: str) -> None:
    text = HEAD + FIRST + last + "\n" + SECOND
    assert tomllib.loads(edited(text))["sections"][0] == {
        **tomllib.loads(text)["sections"][0],
        "resources": [NEW._asdict()],
    }
    assert edited(text).replace(TABLE, "").replace("\n", "") == text.replace("\n", "")


def test_every_section_of_the_bundled_curriculum_takes_one() -> None:
    content = (Path(__file__).parents[2] / "data/curriculum.toml").read_bytes()
    count = len(tomllib.loads(content.decode())["sections"])
    for section in range(count):
        after = with_resource(content, section, NEW).decode()
        wanted = tomllib.loads(content.decode())
        wanted["sections"][section]["resources"].append(NEW._asdict())
        assert tomllib.loads(after) == wanted
        assert after.replace(TABLE, "", 1) == content.decode()


@pytest.mark.parametrize(
    "sections",
    [
        '[[sections]]\nid = "a"\ntitle = "A"\nresources = [{ id = "x", kind = "task", title = "X" }]\n',
        '[[sections]]\nid = "a"\ntitle = "A"\nresources = []\n',
        'sections = [\n  { id = "a", title = "A" },\n  { id = "b", title = "B" },\n]\n',
    ],
)
def test_a_section_in_another_form_is_refused_with_what_to_write(sections: str) -> None:
    with pytest.raises(NotEditableError) as refused:
        edited(HEAD + sections)
    inline = refused.value.hint.partition(": ")[2]
    assert tomllib.loads(f"x = {inline}") == {"x": NEW._asdict()}


@pytest.mark.parametrize(
    "wrong", [{"title": ""}, {"title": "a\x1bb"}, {"title": "x" * 1001}, {"id": "a"}, {"kind": "film"}]
)
def test_a_resource_that_breaks_a_rule_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        with_resource((HEAD + FIRST).encode(), 0, NEW._replace(**wrong))
