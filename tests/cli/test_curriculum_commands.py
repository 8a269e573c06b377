"""`llmpath curriculum`, and the ways to choose a curriculum: `-c` and `LLMPATH_CURRICULUM`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.answers import answer
from shell import Shell

GOOD = """
[[sections]]
id = "s"
title = "S"
[[sections.resources]]
id = "clip"
kind = "video"
title = "A clip"
url = "https://example.org/clip"
"""
FAULTY = """
[[sections]]
id = "s"
title = "S"
[[sections.resources]]
id = "clip"
kind = "film"
title = "A clip"
url = "ftp://example.org/clip"
colour = "blue"
after = ["nothing-like-it"]
[[sections.resources]]
id = "clip"
kind = "video"
title = ""
url = "https://example.org/clip"
duration = "10:00"
chapters = [
  { start = "5:00", title = "Late" },
  { start = "4:00", title = "Early" },
]
"""
Write = Callable[[str], Path]


def test_a_good_file_is_called_good(run: Shell, curriculum: Write) -> None:
    path = curriculum(GOOD)
    assert run.ok(["curriculum", "check", str(path)]).startswith("good: Mine: ")
    assert answer(run, f"curriculum check {path}") == {"schema": 1, "file": str(path), "errors": []}


def test_every_fault_is_found_in_one_run_with_its_line_and_path(run: Shell, curriculum: Write) -> None:
    path = curriculum(FAULTY)
    result = run(f"curriculum check {path} --json")
    assert (result.code, result.stderr) == (1, "")
    assert [(fault["line"], fault["path"]) for fault in json.loads(result.stdout)["errors"]] == [
        (10, "sections[0].resources[0].kind"),
        (12, "sections[0].resources[0].url"),
        (13, "sections[0].resources[0].colour"),
        (14, "sections[0].resources[0].after[0]"),
        (16, "sections[0].resources[1].id"),
        (18, "sections[0].resources[1].title"),
        (23, "sections[0].resources[1].chapters[1].start"),
    ]


def test_every_fault_says_what_is_wrong_and_what_would_be_right(run: Shell, curriculum: Write) -> None:
    result = run(f"curriculum check {curriculum(FAULTY)} --json")
    errors = json.loads(result.stdout)["errors"]
    assert all(fault["message"] and fault["hint"] for fault in errors)


def test_text_has_a_line_a_fault_that_editors_jump_to(run: Shell, curriculum: Write) -> None:
    path = curriculum(FAULTY)
    result = run(f"curriculum check {path}")
    lines = result.stdout.splitlines()
    assert (result.code, result.stderr, len(lines)) == (1, "", 8)
    assert lines[0].startswith(f"{path}:10: sections[0].resources[0].kind: ")
    assert lines[-1] == "7 faults"


def test_wrong_toml_is_a_finding(run: Shell, tmp_path: Path) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text('schema = 1\nid = "mine\n')
    result = run(f"curriculum check {path} --json")
    (fault,) = json.loads(result.stdout)["errors"]
    assert (result.code, fault["line"]) == (1, 2)


@pytest.mark.parametrize("name", ["absent.toml", ".", "absent/mine.toml"])
def test_a_file_that_cannot_be_read_is_a_wrong_command_line(run: Shell, tmp_path: Path, name: str) -> None:
    result = run(["curriculum", "check", str(tmp_path / name)])
    assert (result.stdout, result.code) == ("", 2)
    assert str(tmp_path) in result.stderr


def test_the_schema_describes_every_field_of_the_format(run: Shell) -> None:
    schema = json.loads(run.ok("curriculum schema"))
    assert set(schema["properties"]) == {"schema", "id", "title", "version", "source", "sections"}
    assert set(schema["required"]) == {"schema", "id", "title"}
    tables = {name: set(table["properties"]) for name, table in schema["$defs"].items()}
    thing = {"title", "kind", "url", "author", "duration", "start", "end", "note", "was", "links", "chapters"}
    assert sorted(tables.values(), key=lambda names: (len(names), sorted(names))) == [
        {"start", "title"},
        {"title", "url"},
        {"id", "title", "note", "after", "resources"},
        thing,
        thing | {"id", "after", "parts"},
    ]
    assert all(table["additionalProperties"] is False for table in (schema, *schema["$defs"].values()))


def test_a_file_is_chosen_before_or_after_the_verb_or_by_the_environment(
    run: Shell, curriculum: Write
) -> None:
    path = curriculum(GOOD)
    chosen = {"id": "mine", "title": "Mine", "version": None}
    assert answer(run, f"-c {path} list")["curriculum"] == chosen
    assert answer(run, f"list --curriculum {path}")["curriculum"] == chosen
    run.environ["LLMPATH_CURRICULUM"] = str(path)
    assert answer(run, "list")["curriculum"] == chosen


def test_the_bundled_one_is_chosen_by_its_id_and_where_nothing_is_said(run: Shell, curriculum: Write) -> None:
    run.environ["LLMPATH_CURRICULUM"] = ""
    default = answer(run, "list")["curriculum"]
    assert (default["id"], default["title"]) == ("llm-learning-pointers", "LLM learning pointers")
    run.environ["LLMPATH_CURRICULUM"] = str(curriculum(GOOD))
    assert answer(run, "list -c llm-learning-pointers")["curriculum"] == default


def test_the_option_goes_over_the_environment(run: Shell, curriculum: Write) -> None:
    run.environ["LLMPATH_CURRICULUM"] = "/nowhere/absent.toml"
    assert run("list").code == 2
    assert answer(run, f"list -c {curriculum(GOOD)}")["curriculum"]["id"] == "mine"


@pytest.mark.parametrize("chosen", ["absent.toml", "no-such-id", ".", "a\0b.toml"])
@pytest.mark.parametrize("line", ["list", "mark done 1", "open", "undo"])
def test_a_curriculum_that_is_not_there_is_a_wrong_command_line(run: Shell, chosen: str, line: str) -> None:
    result = run([*line.split(), "-c", f"./{chosen}" if chosen == "." else chosen])
    assert (result.stdout, result.code) == ("", 2)
    assert len(result.stderr.splitlines()) == 1
    assert not run.state.exists()


def test_a_file_with_faults_is_no_curriculum_and_the_way_to_all_of_them_is_named(
    run: Shell, curriculum: Write
) -> None:
    path = curriculum(FAULTY)
    result = run(f"list -c {path}")
    assert (result.stdout, result.code) == ("", 2)
    assert f"{path} is not a curriculum: line 10, " in result.stderr
    assert f"llmpath curriculum check {path}" in result.stderr


def test_without_a_command_it_says_what_there_is(run: Shell) -> None:
    said = run.ok("curriculum --help")
    assert [line.split()[0] for line in said.partition("Commands:")[2].splitlines()[1:]] == [
        "list",
        "use",
        "add",
        "remove",
        "check",
        "schema",
    ]
    assert said in run("curriculum")[:2]


def test_options_stand_before_the_verb_inside_it_and_behind(run: Shell) -> None:
    said = run.ok("curriculum list --json")
    assert run.ok("curriculum --json list") == run.ok("--json curriculum list") == said
    assert run("curriculum -c nope list").code == 2
