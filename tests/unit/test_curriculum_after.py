"""`after`: it names existing ids, none around or inside the thing, and never runs in a circle."""

import pytest

from unit.curricula import HEAD, SECTION, VIDEO, Found, findings, places

THING = "sections[0].resources[0]"


def sections(**waits: dict[str, str]) -> str:
    """Return a file of sections: of each, what it and its resources come after, as `id="ids"`.

    A section's own id among its resources says what the section comes after.
    """
    lines = [HEAD]
    for section, resources in waits.items():
        lines += ["[[sections]]", *_table(section, resources.get(section, ""))]
        for resource, after in resources.items():
            if resource != section:
                lines += ["[[sections.resources]]", 'kind = "task"', *_table(resource, after)]
    return "\n".join(lines)


def circles(text: str) -> list[Found]:
    """Return the findings of a file, which are circles all of them."""
    found = findings(text)
    assert all("circle" in finding.message for finding in found), found
    return found


def test_it_names_an_id_of_the_file() -> None:
    hint = "name a section or a resource"
    assert findings(VIDEO + 'after = ["tensors", "maths/1", ""]\n') == [
        (f"{THING}.after[0]", 13, '"tensors" is not an id in this file', hint),
        (f"{THING}.after[1]", 13, '"maths/1" is not an id in this file', hint),
        (f"{THING}.after[2]", 13, '"" is not an id in this file', hint),
    ]
    assert places(SECTION + 'after = ["tensors"]\n') == [("sections[0].after[0]", 8)]


def test_it_names_nothing_that_is_the_thing_or_holds_it_or_lies_in_it() -> None:
    assert places(VIDEO + 'after = ["vectors"]\n') == [(f"{THING}.after[0]", 13)]
    assert places(VIDEO + 'after = ["maths"]\n') == [(f"{THING}.after[0]", 13)]
    assert places(SECTION + 'after = ["maths"]\n') == [("sections[0].after[0]", 8)]
    held = SECTION + 'after = ["vectors"]\n' + VIDEO.removeprefix(SECTION)
    assert findings(held) == [
        (
            "sections[0].after[0]",
            8,
            '"maths" cannot come after "vectors", which is it, or holds it or lies in it',
            "take it out",
        )
    ]


def test_an_entry_of_another_type_does_not_shift_the_others() -> None:
    assert places(VIDEO + 'after = [1, "tensors"]\n') == [
        (f"{THING}.after[0]", 13),
        (f"{THING}.after[1]", 13),
    ]


@pytest.mark.parametrize(
    "waits",
    [
        {"a": {"a1": "", "a2": "a1", "a3": "a1 a2"}},
        {"a": {"a1": "", "a2": ""}, "b": {"b": "a", "b1": "a2"}, "c": {"c": "a b", "c1": "b1"}},
        {"a": {"a1": "b1", "a2": ""}, "b": {"b1": "", "b2": "a2"}},
        {"a": {"a": "b"}, "b": {"b1": ""}, "c": {"c": "a b"}},
    ],
    ids=["in one section", "sections in a row", "sections that interleave", "an empty section"],
)
def test_any_order_without_a_circle_is_taken(waits: dict[str, dict[str, str]]) -> None:
    assert findings(sections(**waits)) == []


@pytest.mark.parametrize(
    ("waits", "names"),
    [
        ({"a": {"a1": "a2", "a2": "a1"}}, {"a1", "a2"}),
        ({"a": {"a1": "a3", "a2": "a1", "a3": "a2"}}, {"a1", "a2", "a3"}),
        ({"a": {"a1": "b1"}, "b": {"b1": "a1"}}, {"a1", "b1"}),
        ({"a": {"a": "b", "a1": ""}, "b": {"b": "a", "b1": ""}}, {"a", "b"}),
        ({"a": {"a1": "b"}, "b": {"b1": "a"}}, {"a", "b"}),
        ({"a": {"a1": "b1"}, "b": {"b": "a", "b1": ""}}, {"a", "b1"}),
        ({"a": {"a1": "b"}, "b": {"b1": "c"}, "c": {"c1": "a1"}}, {"a1", "b", "c"}),
        ({"a": {"a": "b"}, "b": {"b": "a"}}, {"a", "b"}),
    ],
    ids=[
        "two resources",
        "three resources",
        "across sections",
        "two sections",
        "resources after sections",
        "through what a section holds",
        "a long way round",
        "two empty sections",
    ],
)
def test_a_circle_is_refused(waits: dict[str, dict[str, str]], names: set[str]) -> None:
    (circle,) = circles(sections(**waits))
    assert names <= set(circle.message.replace(":", "").split())
    assert circle.path.endswith(".after")
    assert circle.line is not None
    assert circle.hint == "take one of them out of after"


def test_a_circle_is_found_where_someone_wrote_after() -> None:
    waits = {"a": {"a1": "b"}, "b": {"b1": "a"}}
    (circle,) = circles(sections(**waits))
    assert (circle.path, circle.line) in {
        ("sections[0].resources[0].after", 13),
        ("sections[1].resources[0].after", 22),
    }


def test_every_circle_is_found_in_one_run() -> None:
    waits = {"a": {"a1": "a2", "a2": "a1"}, "b": {"b1": "b2", "b2": "b1"}}
    assert len(circles(sections(**waits))) == 2


def test_a_circle_of_a_thousand_is_found() -> None:
    ring = {f"r{number}": f"r{(number + 1) % 1000}" for number in range(1000)}
    assert len(circles(sections(a=ring))) == 1


def _table(name: str, after: str) -> list[str]:
    names = ", ".join(f'"{other}"' for other in after.split())
    return [f'id = "{name}"', f'title = "{name}"', f"after = [{names}]"]
