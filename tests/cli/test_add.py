"""`llmpath add`: one more resource, in the user's own copy of the curriculum in use."""

import json
import stat
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.answers import answer
from shell import Shell

BUNDLED = "llm-learning-pointers"
PAPER = "https://arxiv.org/abs/1706.03762"
SECTIONS = """
[[sections]]
id = "s"
title = "S"
[[sections.resources]]
id = "clip"
kind = "video"
title = "A clip"
url = "https://youtu.be/VMj-3S1tku0"

# the second
[[sections]]
id = "t"
title = "T"
"""


@pytest.fixture
def folder(run: Shell) -> Path:
    return run.home / ".local/share/llmpath/curricula"


@pytest.fixture
def mine(curriculum: Callable[[str], Path]) -> Path:
    return curriculum(SECTIONS)


def back(said: str) -> str:
    """Return the command that a receipt says takes it back."""
    assert said.endswith(" takes it back\n")
    return said.rpartition("; llmpath ")[2].removesuffix(" takes it back\n")


def test_the_bundled_curriculum_is_copied_and_the_copy_used_from_then_on(run: Shell, folder: Path) -> None:
    before = answer(run, "list")
    said = run.ok(["add", PAPER, "--title", "Attention Is All You Need", "--to", "maths"])
    assert said.startswith("added: 6.6 attention-is-all-you-need, Attention Is All You Need (paper), ")
    assert "overrides the bundled LLM learning pointers" in said
    node = answer(run, "show attention-is-all-you-need")["node"]
    assert (node["number"], node["kind"], node["url"]) == ("6.6", "paper", PAPER)
    assert answer(run, "curriculum list")["curricula"][0]["path"] == str(folder / f"{BUNDLED}.toml")
    assert stat.S_IMODE((folder / f"{BUNDLED}.toml").stat().st_mode) == 0o600
    run.ok(back(said))
    assert answer(run, "list") == before


def test_a_second_one_keeps_the_version_before(run: Shell, folder: Path) -> None:
    run.ok(f"add {PAPER}")
    before = (folder / f"{BUNDLED}.toml").read_bytes()
    said = run.ok("add https://github.com/karpathy/minbpe")
    assert said.startswith("added: 8.3 minbpe, minbpe (repo); ")
    assert (folder / f"{BUNDLED}.toml.bak").read_bytes() == before
    run.ok(back(said))
    assert (folder / f"{BUNDLED}.toml").read_bytes() == before


@pytest.mark.parametrize(
    "link", ["https://www.youtube.com/watch?v=VMj-3S1tku0&t=90", "http://m.youtube.com/watch?v=VMj-3S1tku0"]
)
def test_a_link_that_is_there_however_it_is_spelled_is_not_added_again(
    run: Shell, folder: Path, link: str
) -> None:
    said = run.ok(["add", link, "--title", "Again"])
    assert said.startswith("already there: 4.1 micrograd, The spelled-out intro")
    assert not (folder / f"{BUNDLED}.toml").exists()


def test_the_same_video_added_to_another_curriculum_is_done_there_too(run: Shell, mine: Path) -> None:
    run.ok("done https://youtu.be/kCc8FmEb1nY")
    run.ok(f"curriculum add {mine}")
    run.ok("-c mine add https://youtu.be/kCc8FmEb1nY?si=x --title GPT")
    assert answer(run, "-c mine show gpt")["node"]["status"] == "done"
    run.ok("-c mine todo gpt")
    assert answer(run, "show https://youtu.be/kCc8FmEb1nY")["node"]["status"] == "todo"


def test_in_a_file_that_is_named_only_the_resource_is_new(run: Shell, folder: Path, mine: Path) -> None:
    mine.chmod(0o644)
    before = mine.read_bytes()
    said = run.ok(f"add {PAPER} --to s --title Paper -c {mine}")
    assert said == f"added: 1.2 paper-paper, Paper (paper); the file as it was is {mine}.bak\n"
    new = f'\n[[sections.resources]]\nid = "paper-paper"\nkind = "paper"\ntitle = "Paper"\nurl = "{PAPER}"\n'
    assert mine.read_bytes() == before.replace(b"\n\n# the second", f"\n{new}\n# the second".encode())
    assert mine.with_name("mine.toml.bak").read_bytes() == before
    assert stat.S_IMODE(mine.stat().st_mode) == 0o644
    assert list(folder.glob("*.toml")) == []


def test_without_a_section_it_goes_to_the_last_one(run: Shell, mine: Path) -> None:
    assert run.ok(f"add {PAPER} -c {mine}").startswith("added: 2.1 paper-1706-03762, 1706.03762 (paper); ")


@pytest.mark.parametrize("ref", ["1", "s", "S"])
def test_the_section_is_named_by_any_ref(run: Shell, mine: Path, ref: str) -> None:
    assert "added: 1.2 " in run.ok(f"add {PAPER} --to {ref} -c {mine}")


@pytest.mark.parametrize(("ref", "hint"), [("clip", "1 s"), ("1.1", "1 s"), ("9", "try 1 to 2"), ("zz", "")])
def test_what_is_no_section_is_a_wrong_command_line(run: Shell, mine: Path, ref: str, hint: str) -> None:
    before = mine.read_bytes()
    refused = run(f"add {PAPER} --to {ref} -c {mine}")
    assert (refused.stdout, refused.code) == ("", 2)
    assert hint.lower() in refused.stderr.lower()
    assert mine.read_bytes() == before


@pytest.mark.parametrize(
    "words", [["not-a-link"], ["file:///etc/passwd"], [PAPER, "--title", ""], [PAPER, "--title", "a\x1b[2Jb"],
              [PAPER, "--kind", "film"]]
)  # fmt: skip
def test_what_is_wrong_on_the_command_line_changes_nothing(
    run: Shell, folder: Path, words: list[str]
) -> None:
    refused = run(["add", *words])
    assert (refused.stdout, refused.code, refused.stderr.count("\n")) == ("", 2, 1)
    assert list(folder.glob("*")) in ([], [folder / ".lock"])


def test_the_kind_can_be_told_and_a_moment_in_the_link_is_where_it_starts(run: Shell, mine: Path) -> None:
    link = "https://youtu.be/aaaaaaaaaaa?t=90"
    said = run.ok(f"add {link} --title Talk -c {mine}")
    assert said.startswith("added: 2.1 talk, Talk (video from 1:30); ")
    assert answer(run, f"show talk -c {mine}")["node"]["start"] == 90
    run.ok(f"add https://example.org/b --kind book --title Book -c {mine}")
    assert answer(run, f"show book -c {mine}")["node"]["kind"] == "book"


def test_hostile_text_is_data(run: Shell, mine: Path) -> None:
    title = '"] # \\ [/red] [[sections]] \u202e {0} %s'
    said = run.ok(["add", PAPER, "--title", title, "-c", str(mine)])
    assert "\u202e" not in said
    resource = tomllib.loads(mine.read_text())["sections"][1]["resources"][0]
    assert resource == {"id": "red-sections-0-s", "kind": "paper", "title": title, "url": PAPER}


def test_ids_are_made_unique(run: Shell, mine: Path) -> None:
    for number in ("", "-2", "-3"):
        run.ok(f"add https://example.org/{number}/clip --title Clip -c {mine}")
    assert run.ok(f"list --ids -c {mine}").split() == ["clip", "clip-2", "clip-3", "clip-4"]


def test_a_file_in_another_form_is_refused_and_left_as_it_is(run: Shell, mine: Path) -> None:
    text = 'schema = 1\nid = "mine"\ntitle = "Mine"\nsections = [{ id = "s", title = "S" }]\n'
    mine.write_text(text)
    refused = run(f"add {PAPER} -c {mine} --json")
    assert (refused.stdout, refused.code) == ("", 1)
    assert json.loads(refused.stderr)["error"]["code"] == "not_editable"
    assert (mine.read_text(), [path.name for path in mine.parent.glob("mine*")]) == (text, ["mine.toml"])


def test_a_curriculum_without_a_section_is_refused(run: Shell, mine: Path) -> None:
    mine.write_text('schema = 1\nid = "mine"\ntitle = "Mine"\n')
    assert run(f"add {PAPER} -c {mine}").code == 2


def test_it_is_told_in_json(run: Shell, mine: Path) -> None:
    resource = {
        "number": "2.1",
        "id": "paper-1706-03762",
        "key": "arxiv.org/abs/1706.03762",
        "title": "1706.03762",
        "kind": "paper",
        "url": PAPER,
    }
    document = {
        "schema": 1,
        "changed": [resource],
        "unchanged": [],
        "curriculum": {"id": "mine", "title": "Mine", "version": None},
        "path": str(mine),
        "backup": f"{mine}.bak",
    }
    assert answer(run, f"add {PAPER} -c {mine}") == document
    again = {**document, "changed": [], "unchanged": [resource], "backup": None}
    assert answer(run, f"add {PAPER} -c {mine}") == again
