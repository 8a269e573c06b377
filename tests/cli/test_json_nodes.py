"""Nodes in JSON: sections, resources, parts and chapters, with every field always."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from cli.answers import FACTS, NODE, answer
from shell import Shell


def every_node(nodes: list[Any]) -> Iterator[Any]:
    """Yield nodes and all their parts."""
    for node in nodes:
        yield node
        yield from every_node(node["parts"])


def test_every_node_has_every_field_with_its_type(run: Shell) -> None:
    run.ok("mark done 4.1.1 4.1.2 vectors how-networks-work")
    run.ok("mark skipped 4.1.4 perceptron")
    nodes = list(every_node(answer(run, "list")["sections"]))
    assert len(nodes) > 200
    for node in nodes:
        assert set(node) == NODE
        assert [name for name, kind in FACTS.items() if not isinstance(node[name], kind)] == []
        assert node["status"] in {"todo", "doing", "done", "skipped"}
        assert 0.0 <= node["fraction"] <= 1.0


def test_a_video(run: Shell) -> None:
    node = answer(run, "show micrograd")["node"]
    parts = node.pop("parts")
    title = "The spelled-out intro to neural networks and backpropagation: building micrograd"
    assert node == {
        "number": "4.1", "id": "micrograd", "key": "youtube:VMj-3S1tku0", "title": title, "kind": "video",
        "url": "https://www.youtube.com/watch?v=VMj-3S1tku0", "author": "Andrej Karpathy", "start": 0,
        "end": None, "seconds": 8752, "seconds_done": 0, "estimated": False, "status": "todo",
        "fraction": 0.0, "resume_url": "https://www.youtube.com/watch?v=VMj-3S1tku0",
        "after": [], "also": ["1.1.1"],
    }  # fmt: skip
    assert [part["number"] for part in parts] == [f"4.1.{number}" for number in range(1, 23)]


def test_a_section_has_no_key_url_or_author(run: Shell) -> None:
    sections = answer(run, "list")["sections"]
    assert {(node["key"], node["url"], node["author"]) for node in sections} == {(None, None, None)}


def test_a_chapter_has_its_videos_key_its_span_and_a_link_to_it(run: Shell) -> None:
    chapters = answer(run, "show micrograd")["node"]["parts"]
    third, last = chapters[2], chapters[-1]
    assert (third["kind"], third["key"]) == ("chapter", "youtube:VMj-3S1tku0")
    assert (third["start"], third["end"], third["seconds"]) == (488, 852, 364)
    assert third["url"] == "https://www.youtube.com/watch?v=VMj-3S1tku0&t=488s"
    assert (last["start"], last["end"]) == (8720, 8752)
    assert third["also"] == ["1.1.1.3"]
    assert answer(run, "show convolutions")["node"]["parts"][-1]["end"] is None


def test_what_is_not_known_is_null(run: Shell, curriculum: Callable[[str], Path]) -> None:
    task = '[[sections.resources]]\nid = "a"\nkind = "task"\ntitle = "A"\n'
    path = curriculum(f'[[sections]]\nid = "s"\ntitle = "S"\n{task}')
    node = answer(run, f"show a -c {path}")["node"]
    assert [name for name, value in node.items() if value is None] == [
        "url", "author", "end", "seconds", "resume_url",
    ]  # fmt: skip
    assert answer(run, f"list -c {path}")["curriculum"]["version"] is None


def test_an_estimate_is_never_a_leafs_length_but_part_of_a_sum(run: Shell) -> None:
    document = answer(run, "list")
    for node in every_node(document["sections"]):
        is_sum = node["kind"] == "section" or any(part["kind"] != "chapter" for part in node["parts"])
        assert not (node["seconds"] is None and is_sum)
        assert not (node["estimated"] and not is_sum)
    (perceptron,) = [node for node in every_node(document["sections"]) if node["id"] == "perceptron"]
    assert (perceptron["seconds"], document["totals"]["estimated"]) == (None, True)
