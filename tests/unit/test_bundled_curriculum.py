"""The bundled curriculum holds the seed list whole: its sections, its links, its words."""

import re
from collections import Counter
from pathlib import Path

from llmpath.domain.durations import parse_clock
from llmpath.domain.keys import parse_link
from llmpath.domain.outline import Node, Outline
from llmpath.sources.bundled import read_bundled
from llmpath.sources.toml_file import check, outline_of

SEED = (Path(__file__).parents[1] / "data/llm-learning-pointers.md").read_text(encoding="utf-8")
LINK = re.compile(r"https?://[^\s()]+")
ITEM = re.compile(r"\d+\. (?P<words>.*?)[ -]*(?P<link>https?://\S+)$")
CHAPTER = re.compile(r"- \[(?P<clock>[\d:]+) — (?P<title>.+)\]\((?P<link>\S+)\)$")
MENDED = {
    "LLM - Query, Key and Value ( Selft Attention, Multi-Head Attention & Cross attention)": (
        "LLM - Query, Key and Value (Self-Attention, Multi-Head Attention & Cross attention)"
    ),
    "Simple perceptron ( machine neuron ) training example": (
        "Simple perceptron (machine neuron) training example"
    ),
    "Essense of Calculus": "Essence of calculus",
    "Essense of Linear Algebra": "Essence of linear algebra",
    "Differential Equations": "Differential equations",
    "Comprehensive Pytorch": "Comprehensive PyTorch",
}
"""What the seed says, and what the curriculum says in its place: mended typing errors and titles."""


def bundled() -> Outline:
    return outline_of(check(read_bundled()), "the bundled curriculum")


def seed() -> dict[str, list[str]]:
    """Return the lines of the seed under each of its headings, mended."""
    sections: dict[str, list[str]] = {}
    for line in SEED.splitlines():
        heading = re.fullmatch(r"##+ (.+)", line)
        if heading:
            lines = sections.setdefault(mended(heading[1]), [])
        elif sections and line.strip():
            lines.append(line.strip())
    return sections


def mended(words: str) -> str:
    return MENDED.get(words, words)


def starts(resource: Node) -> list[tuple[str | None, int]]:
    """Return key and start of a resource and of its chapters."""
    return [(node.key, node.start) for node in (resource, *resource.chapters)]


def test_nothing_is_wrong_with_it() -> None:
    assert check(read_bundled()).findings == ()


def test_it_says_what_it_is_and_where_it_comes_from() -> None:
    curriculum = bundled().curriculum
    assert (curriculum.id, curriculum.title) == ("llm-learning-pointers", "LLM learning pointers")
    assert curriculum.source == "https://github.com/pandurangpatil/llm-learning-pointers"


def test_it_has_the_eight_sections_of_the_seed_in_their_order() -> None:
    assert [section.title for section in bundled().sections] == list(seed())
    assert len(seed()) == 8
    assert [section.number for section in bundled().sections] == list("12345678")


def test_it_has_twenty_resources() -> None:
    kinds = Counter(resource.kind for resource in bundled().resources)
    assert kinds == {"video": 12, "playlist": 6, "course": 2}
    assert [len(section.parts) for section in bundled().sections] == [1, 2, 2, 1, 4, 5, 4, 1]


def test_it_has_all_42_links_of_the_seed_in_their_order() -> None:
    found = 0
    for section, (heading, lines) in zip(bundled().sections, seed().items(), strict=True):
        links = [parse_link(link) for line in lines for link in LINK.findall(line)]
        listed = [
            start
            for resource in section.parts
            for start in (starts(resource) if resource.id == "micrograd" else starts(resource)[:1])
        ]
        assert listed == [(link.key, link.moment or 0) for link in links], heading
        found += len(links)
    assert found == len(LINK.findall(SEED)) == 42


def test_the_link_that_begins_in_the_middle_begins_there() -> None:
    video = bundled().by_id["how-networks-work"]
    assert (video.key, video.start) == ("youtube:ILsA4nyG7I0", 596)


def test_micrograd_has_the_chapters_of_the_seed() -> None:
    chapters = [chapter for line in SEED.splitlines() if (chapter := CHAPTER.match(line))]
    assert len(chapters) == 22
    assert [(chapter.start, chapter.title) for chapter in bundled().by_id["micrograd"].chapters] == [
        (parse_clock(chapter["clock"]), chapter["title"]) for chapter in chapters
    ]


def test_what_the_seed_says_of_a_link_is_its_note_or_its_title() -> None:
    items = [item for lines in seed().values() for line in lines if (item := ITEM.match(line))]
    said = {parse_link(item["link"]).key: mended(item["words"].strip()) for item in items}
    assert len(said) == 18
    for key, words in said.items():
        (resource,) = (resource for resource in bundled().resources if resource.key == key)
        assert words in {resource.note, resource.title, ""}, resource.id


def test_what_the_seed_says_between_its_lists_is_kept() -> None:
    def paragraph(number: int) -> str:
        lines = list(seed().values())[number - 1]
        words = [line for line in lines if not re.match(r"\d+\. |- \[|<|https:", line)]
        return " ".join(words).replace("( ", "(").replace(" )", ")")

    assert paragraph(1) == bundled().by_id["zero-to-hero"].note
    assert paragraph(2) == bundled().by_id["embeddings"].note
    assert paragraph(4) == bundled().by_id["micrograd"].note
    assert [paragraph(number) for number in (3, 5, 6, 7, 8)] == [""] * 5


def test_micrograd_is_the_first_video_of_the_playlist() -> None:
    outline = bundled()
    assert outline.by_number["1.1.1"].key == outline.by_number["4.1"].key == "youtube:VMj-3S1tku0"
    assert outline.also(outline.by_number["4.1.5"]) == ("1.1.1.5",)
    assert outline.by_number["4.1"].id == "micrograd"
    assert outline.by_number["4.1"].seconds == 8752
