"""The documents of `--json`: exactly their fields, always present, `null` where unknown."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from cli.answers import FACTS, NODE, answer
from shell import Shell

TOTALS = {"resources", "done", "skipped", "seconds", "seconds_done", "seconds_left", "speed", "fraction"} | {
    "estimated",
}
MARKED = {"number", "id", "key", "status", "also"}
NOTE = {"id", "number", "node_id", "key", "moment", "text", "on"}
UPCOMING = NODE | {"why", "waits_for", "seconds_left", "left_estimated"}
ENTRY = {"at", "on", "device", "command", "number", "id", "title", "status", "undone"}


@pytest.fixture
def begun(run: Shell, browser: Callable[[], list[str]]) -> Shell:
    """A shell in which a video was opened, chapters of it marked, and other things done and skipped."""
    run.ok("open micrograd")
    run.ok("mark done 4.1.1 4.1.2 4.1.3")
    run.ok("mark skipped perceptron 4.1.4")
    run.ok("mark done vectors how-networks-work")
    assert len(browser()) == 1
    return run


def test_the_document_of_list(begun: Shell) -> None:
    document = answer(begun, "list")
    assert set(document) == {"schema", "curriculum", "totals", "sections"}
    assert document["schema"] == 1
    assert set(document["curriculum"]) == {"id", "title", "version"}
    assert set(document["totals"]) == TOTALS
    assert {section["kind"] for section in document["sections"]} == {"section"}


def test_the_document_of_the_dashboard(begun: Shell) -> None:
    document = answer(begun, "")
    assert set(document) == {"schema", "continue", "next", "totals", "week"}
    assert (set(document["continue"]), set(document["next"])) == (NODE, NODE)
    assert set(document["totals"]) == TOTALS
    assert set(document["week"]) == {"seconds", "days", "estimated"}


def test_the_document_of_next(begun: Shell) -> None:
    document = answer(begun, "next -n 3")
    assert set(document) == {"schema", "next", "for_seconds", "left_over"}
    assert [set(found) for found in document["next"]] == [UPCOMING] * 3
    packed = answer(begun, "next --for 10m")
    assert set(packed) == set(document)
    assert {frozenset(piece) for piece in packed["next"]} == {frozenset(UPCOMING)}


def test_the_document_of_show(begun: Shell) -> None:
    document = answer(begun, "show micrograd")
    assert set(document) == {"schema", "node", "note", "notes", "history", "places", "links"}
    assert (set(document["node"]), document["places"]) == (NODE, ["4.1", "1.1.1"])
    assert (document["notes"], document["links"]) == ([], [])
    assert [set(entry) for entry in document["history"]] == [ENTRY] * 3
    for entry in document["history"]:
        assert datetime.fromisoformat(entry["at"]).utcoffset() is not None
    (companion,) = answer(begun, "show first-principles")["links"]
    assert set(companion) == {"title", "url"}


def test_the_document_of_open(begun: Shell) -> None:
    document = answer(begun, "open vectors 4.1.2")
    assert set(document) == {"schema", "links", "recorded", "opened", "sent"}
    assert (document["recorded"], document["opened"]) == (True, True)
    assert document["links"][1] == {
        "number": "4.1.2", "id": "micrograd/2", "key": "youtube:VMj-3S1tku0",
        "url": "https://www.youtube.com/watch?v=VMj-3S1tku0&t=25s",
    }  # fmt: skip


def test_the_document_of_mark(begun: Shell) -> None:
    document = answer(begun, "mark done tensors vectors")
    assert set(document) == {"schema", "changed", "unchanged"}
    assert [(set(marked), marked["id"]) for marked in document["changed"]] == [(MARKED, "tensors")]
    assert [(set(marked), marked["id"]) for marked in document["unchanged"]] == [(MARKED, "vectors")]


def test_the_document_of_progress(begun: Shell) -> None:
    document = answer(begun, "progress")
    assert set(document) == {
        "schema", "totals", "sections", "active_days_28", "pace_seconds_per_week", "pace_estimated", "finish",
    }  # fmt: skip
    assert set(document["totals"]) == TOTALS
    assert [set(section) for section in document["sections"]] == [
        {*FACTS, "resources", "done", "skipped"}
    ] * 8


def test_the_documents_of_note_and_search(begun: Shell) -> None:
    for line in ("note 4.1.2 -m text", "note --list", "show micrograd"):
        document = answer(begun, line)
        assert [set(note) for note in document["notes"]] == [NOTE]
        assert set(document) == {"schema", "notes"} or line.startswith("show")
    document = answer(begun, "search text")
    assert set(document) == {"schema", "hits"}
    assert {frozenset(hit) for hit in document["hits"]} == {
        frozenset({"number", "id", "title", "where", "text"})
    }


@pytest.mark.parametrize("line", ["undo", "redo"])
def test_the_document_of_undo_and_redo(begun: Shell, line: str) -> None:
    begun.ok("undo")
    document = answer(begun, line)
    assert set(document) == {"schema", "commands"}
    (command,) = document["commands"]
    assert set(command) == {"command", "at", "changed", "left_alone"}
    assert {frozenset(marked) for marked in command["changed"]} == {frozenset(MARKED)}


def test_the_document_of_paths_and_of_check(run: Shell, curriculum: Callable[[str], Path]) -> None:
    assert set(answer(run, "paths")) == {"schema", "paths"}
    path = curriculum("[[sections]]")
    document = json.loads(run(f"curriculum check {path} --json").stdout)
    assert document == json.loads(run(f"--json curriculum check {path}").stdout)
    assert set(document) == {"schema", "file", "errors"}
    assert {frozenset(fault) for fault in document["errors"]} == {
        frozenset({"path", "line", "message", "hint"})
    }


@pytest.mark.parametrize(
    "line",
    [
        "list",
        "show micrograd",
        "next",
        "open micrograd",
        "mark done micrograd",
        "done micrograd",
        "skip micrograd",
        "todo micrograd",
        "progress",
        "note micrograd -m text",
        "note --list",
        "search video",
        "undo",
        "redo",
        "paths",
        "doctor",
    ],
)
def test_options_are_taken_before_and_after_the_verb(
    run: Shell, browser: Callable[[], list[str]], curriculum: Callable[[str], Path], line: str
) -> None:
    video = 'id = "micrograd"\nkind = "video"\ntitle = "A video"\nurl = "https://youtu.be/VMj-3S1tku0"\n'
    path = curriculum(f'[[sections]]\nid = "s"\ntitle = "S"\n[[sections.resources]]\n{video}')
    documents = [
        json.loads(run.ok(words))
        for words in (f"--json -c {path} {line}", f"{line} -c {path} --json", f"-c {path} {line} --json")
    ]
    assert [set(document) for document in documents] == [set(documents[0])] * 3
    assert len(browser()) == (3 if line.startswith("open") else 0)
