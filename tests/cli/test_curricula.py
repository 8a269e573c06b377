"""`llmpath curriculum list`, `use`, `add` and `remove`."""

import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.answers import ESCAPES, answer
from shell import Shell

BUNDLED = "llm-learning-pointers"
SECTIONS = """
[[sections]]
id = "s"
title = "S"
[[sections.resources]]
id = "clip"
kind = "video"
title = "A clip"
url = "https://youtu.be/VMj-3S1tku0"
"""
Write = Callable[..., Path]


@pytest.fixture
def folder(run: Shell) -> Path:
    return run.home / ".local/share/llmpath/curricula"


@pytest.fixture
def mine(curriculum: Write) -> Path:
    head = '# my own\nschema = 1\nid = "mine"\ntitle = "Mine"\nversion = "7"\n'
    return curriculum(SECTIONS, head=head)


def in_use(run: Shell) -> str:
    return str(answer(run, "list")["curriculum"]["id"])


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def version(path: Path) -> tuple[int, int]:
    """Return what changes whenever a file is written, and only then."""
    return path.stat().st_ino, path.stat().st_mtime_ns


def test_at_first_there_is_the_bundled_one(run: Shell, folder: Path) -> None:
    (only,) = answer(run, "curriculum list")["curricula"]
    assert only == {
        "id": BUNDLED,
        "title": "LLM learning pointers",
        "version": "2026.11",
        "path": None,
        "active": True,
    }
    assert not folder.exists()


def test_a_file_is_copied_byte_for_byte_and_kept_private(run: Shell, folder: Path, mine: Path) -> None:
    mine.write_bytes(b"\xef\xbb\xbf" + mine.read_bytes().replace(b"\n", b"\r\n"))
    said = run.ok(f"curriculum add {mine}")
    assert said.startswith("added: mine, Mine; ")
    assert said.endswith("; llmpath curriculum remove mine takes it back\n")
    assert (folder / "mine.toml").read_bytes() == mine.read_bytes()
    assert (mode(folder), mode(folder / "mine.toml")) == (0o700, 0o600)
    assert answer(run, "curriculum list") == {
        "schema": 1,
        "curricula": [
            {
                "id": BUNDLED,
                "title": "LLM learning pointers",
                "version": "2026.11",
                "path": None,
                "active": True,
            },
            {
                "id": "mine",
                "title": "Mine",
                "version": "7",
                "path": str(folder / "mine.toml"),
                "active": False,
            },
        ],
    }


def test_it_is_chosen_by_its_id_for_a_call_for_a_shell_and_for_every_call(run: Shell, mine: Path) -> None:
    run.ok(f"curriculum add {mine}")
    mine.unlink()
    assert in_use(run) == BUNDLED
    assert answer(run, "list -c mine")["curriculum"]["id"] == "mine"
    run.environ["LLMPATH_CURRICULUM"] = "mine"
    assert in_use(run) == "mine"
    del run.environ["LLMPATH_CURRICULUM"]
    assert run.ok("curriculum use mine") == (
        f"in use: mine, Mine; llmpath curriculum use {BUNDLED} takes it back\n"
    )
    assert in_use(run) == "mine"
    assert [entry["active"] for entry in answer(run, "curriculum list")["curricula"]] == [False, True]
    run.ok(f"curriculum use {BUNDLED}")
    assert in_use(run) == BUNDLED


def test_what_is_so_already_is_said_and_not_written(run: Shell, folder: Path, mine: Path) -> None:
    config = run.home / ".config/llmpath/config.toml"
    assert run.ok(f"curriculum use {BUNDLED}") == f"already in use: {BUNDLED}, LLM learning pointers\n"
    assert not config.exists()
    run.ok(f"curriculum add {mine}")
    run.ok("curriculum use mine")
    before = version(folder / "mine.toml"), version(config)
    assert run.ok("curriculum use mine") == "already in use: mine, Mine\n"
    assert run.ok(f"curriculum add {mine}") == "already there: mine, Mine\n"
    assert (version(folder / "mine.toml"), version(config)) == before


def test_another_file_of_an_id_that_is_there_is_refused_unless_it_shall_replace_it(
    run: Shell, folder: Path, mine: Path
) -> None:
    run.ok(f"curriculum add {mine}")
    first = mine.read_bytes()
    mine.write_bytes(first + b"# more\n")
    refused = run(f"curriculum add {mine} --json")
    assert (refused.stdout, refused.code) == ("", 1)
    assert json.loads(refused.stderr)["error"]["code"] == "curriculum_exists"
    assert (folder / "mine.toml").read_bytes() == first
    said = run.ok(f"curriculum add {mine} --replace")
    assert said.startswith("replaced: mine, Mine; ")
    assert (folder / "mine.toml").read_bytes() == mine.read_bytes()
    undo = said.rpartition("; llmpath ")[2].removesuffix(" takes it back\n")
    run.ok(undo)
    assert (folder / "mine.toml").read_bytes() == first


def test_a_file_of_the_bundled_id_goes_over_it_only_when_told(run: Shell, folder: Path, mine: Path) -> None:
    mine.write_text(mine.read_text().replace('id = "mine"', f'id = "{BUNDLED}"'))
    assert run(f"curriculum add {mine}").code == 1
    assert not (folder / f"{BUNDLED}.toml").exists()
    said = run.ok(f"curriculum add {mine} --replace")
    assert f"llmpath curriculum remove {BUNDLED} takes it back" in said
    assert answer(run, "list")["curriculum"] == {"id": BUNDLED, "title": "Mine", "version": "7"}
    assert len(answer(run, "curriculum list")["curricula"]) == 1
    said = run.ok(f"curriculum remove {BUNDLED}")
    assert "the default one is in use again" in said
    assert answer(run, "list")["curriculum"]["title"] == "LLM learning pointers"
    run.ok(said.rpartition("; llmpath ")[2].removesuffix(" brings it back\n"))
    assert answer(run, "list")["curriculum"]["title"] == "Mine"


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"schema = 1\n", "bad_curriculum"), (b"\xff", "bad_curriculum"), (None, "no_curriculum")],
)
def test_a_file_that_is_no_curriculum_is_refused_as_with_c(
    run: Shell, folder: Path, mine: Path, content: bytes | None, code: str
) -> None:
    mine.unlink() if content is None else mine.write_bytes(content)
    refused, named = run(f"curriculum add {mine} --json"), run(f"list -c {mine} --json")
    assert refused == named
    assert (refused.code, json.loads(refused.stderr)["error"]["code"]) == (2, code)
    assert not folder.exists()


def test_removing_the_one_in_use_falls_back_and_keeps_progress_and_the_file(
    run: Shell, browser: Callable[[], list[str]], folder: Path, mine: Path
) -> None:
    for line in (f"curriculum add {mine}", "curriculum use mine", "open clip", "done last"):
        run.ok(line)
    assert browser()
    said = run.ok("curriculum remove mine")
    assert said.startswith("removed: mine, Mine; the default one is in use again; your progress stays; ")
    assert not (folder / "mine.toml").exists()
    assert in_use(run) == BUNDLED
    assert answer(run, "show micrograd")["node"]["status"] == "done"
    assert answer(run, "show last")["node"]["key"] == "youtube:VMj-3S1tku0"
    back = said.rpartition("; llmpath ")[2].removesuffix(" brings it back\n")
    for line in back.split(" && llmpath "):
        run.ok(line)
    assert (in_use(run), (folder / "mine.toml").read_bytes()) == ("mine", mine.read_bytes())


def test_the_last_thing_opened_is_called_by_its_key_when_its_curriculum_is_gone(
    run: Shell, browser: Callable[[], list[str]], mine: Path
) -> None:
    mine.write_text(mine.read_text().replace("VMj-3S1tku0", "aaaaaaaaaaa"))
    for line in (f"curriculum add {mine}", "-c mine open clip", "curriculum remove mine"):
        run.ok(line)
    assert browser()
    shown = answer(run, "show last")["node"]
    assert (shown["number"], shown["key"], shown["title"]) == (None, "youtube:aaaaaaaaaaa", "A clip")


@pytest.mark.parametrize(
    "line", [f"curriculum remove {BUNDLED}", f"-c {BUNDLED} curriculum remove {BUNDLED}"]
)
def test_the_bundled_one_cannot_be_removed(run: Shell, line: str) -> None:
    refused = run(f"{line} --json")
    assert (refused.stdout, refused.code) == ("", 1)
    assert json.loads(refused.stderr)["error"]["code"] == "bundled_curriculum"


@pytest.mark.parametrize("verb", ["use", "remove"])
@pytest.mark.parametrize("id_", ["nothing-like-it", "..", "../mine", "", "Mine", "mine.toml", "a\0b"])
def test_an_id_that_is_none_is_a_wrong_command_line(
    run: Shell, folder: Path, mine: Path, verb: str, id_: str
) -> None:
    run.ok(f"curriculum add {mine}")
    outside = folder.parent / "mine.toml"
    outside.write_bytes(mine.read_bytes())
    refused = run(["curriculum", verb, id_])
    assert (refused.stdout, refused.code, refused.stderr.count("\n")) == ("", 2, 1)
    assert (in_use(run), outside.exists()) == (BUNDLED, True)


def test_an_unknown_id_names_those_there_are(run: Shell, mine: Path) -> None:
    run.ok(f"curriculum add {mine}")
    assert f"Available: {BUNDLED}, mine" in run("list -c mien").stderr
    assert "llmpath curriculum add mine.toml" in run("curriculum use mine.toml").stderr


@pytest.mark.parametrize(
    "content",
    [b"schema = 1\n", b"= \n", b"\xff\xfe\x00", b"", "directory", "other id"],
    ids=lambda c: repr(c)[:12],
)
def test_a_broken_file_does_not_break_the_others(
    run: Shell, folder: Path, mine: Path, content: bytes | str
) -> None:
    run.ok(f"curriculum add {mine}")
    broken = folder / "broken.toml"
    if content == "directory":
        broken.mkdir()
    else:
        broken.write_bytes(mine.read_bytes() if isinstance(content, str) else content)
    for line in ("list", "list -c mine", "done micrograd", "curriculum use mine"):
        run.ok(line)
    listed = run("curriculum list --json")
    assert (listed.code, listed.stderr.count("\n")) == (0, 1)
    assert str(broken) in listed.stderr
    entries = {entry["id"]: entry for entry in json.loads(listed.stdout)["curricula"]}
    assert list(entries) == [BUNDLED, "broken", "mine"]
    assert entries["broken"] == {
        "id": "broken",
        "title": None,
        "version": None,
        "path": str(broken),
        "active": False,
    }
    assert [run(line).code for line in ("list --all", "list -c broken", "curriculum use broken")] == [0, 2, 2]
    assert str(broken) in run("list -c broken").stderr
    run.ok("curriculum remove broken")
    assert not broken.exists()


def test_what_is_no_curriculum_file_in_the_folder_is_let_be(run: Shell, folder: Path, mine: Path) -> None:
    run.ok(f"curriculum add {mine}")
    for name in ("notes.txt", ".hidden.toml", "mine.toml.bak"):
        (folder / name).write_text("= \n")
    assert [entry["id"] for entry in answer(run, "curriculum list")["curricula"]] == [BUNDLED, "mine"]


def test_one_in_use_that_is_gone_or_broken_is_said_and_not_replaced_by_another(
    run: Shell, folder: Path, mine: Path
) -> None:
    run.ok(f"curriculum add {mine}")
    run.ok("curriculum use mine")
    (folder / "mine.toml").write_text("schema = 1\n")
    for state in ("broken", "gone"):
        refused = run("mark done 1.1 --json")
        assert (refused.stdout, refused.code) == ("", 1)
        assert json.loads(refused.stderr)["error"]["code"] == "library"
        assert run("curriculum list").code == 0, state
        assert answer(run, f"list -c {BUNDLED}")["curriculum"]["id"] == BUNDLED
        (folder / "mine.toml").unlink(missing_ok=True)
    assert not run.state.exists()
    assert run("list").stderr == (
        "llmpath: the curriculum in use, mine, is gone. To use the bundled one: "
        f"llmpath curriculum use {BUNDLED}\n"
    )
    run.ok(f"curriculum use {BUNDLED}")
    run.ok("list")


def test_what_goes_over_it_for_now_is_said(run: Shell, mine: Path) -> None:
    run.ok(f"curriculum add {mine}")
    run.environ["LLMPATH_CURRICULUM"] = BUNDLED
    assert f"but here LLMPATH_CURRICULUM says {BUNDLED}; " in run.ok("curriculum use mine")
    assert in_use(run) == BUNDLED
    del run.environ["LLMPATH_CURRICULUM"]
    assert in_use(run) == "mine"


def test_a_file_in_use_for_the_call_is_listed_too(run: Shell, mine: Path, folder: Path) -> None:
    listed = answer(run, f"curriculum list -c {mine}")["curricula"]
    assert [(entry["path"], entry["active"]) for entry in listed] == [(None, False), (str(mine), True)]
    run.ok(f"curriculum add {mine}")
    listed = answer(run, f"curriculum list -c {folder}/mine.toml")["curricula"]
    assert [(entry["id"], entry["active"]) for entry in listed] == [(BUNDLED, False), ("mine", True)]


def test_progress_is_of_the_thing_in_every_curriculum(run: Shell, mine: Path) -> None:
    run.ok(f"curriculum add {mine}")
    run.ok("-c mine done clip")
    assert answer(run, "show micrograd")["node"]["status"] == "done"
    run.ok("todo micrograd")
    assert answer(run, "show clip -c mine")["node"]["status"] == "todo"


def test_changes_are_told_in_json(run: Shell, folder: Path, mine: Path) -> None:
    entry = {
        "id": "mine",
        "title": "Mine",
        "version": "7",
        "path": str(folder / "mine.toml"),
        "active": False,
    }
    backup = str(folder / "mine.toml.bak")
    nothing = {"schema": 1, "changed": [], "unchanged": [], "backup": None}
    assert answer(run, f"curriculum add {mine}") == {**nothing, "changed": [entry]}
    assert answer(run, f"curriculum add {mine}") == {**nothing, "unchanged": [entry]}
    assert answer(run, "curriculum use mine") == {**nothing, "changed": [{**entry, "active": True}]}
    assert answer(run, "curriculum use mine") == {**nothing, "unchanged": [{**entry, "active": True}]}
    assert answer(run, "curriculum remove mine") == {**nothing, "changed": [entry], "backup": backup}


def test_without_a_usable_home_there_is_the_bundled_one_and_no_place_for_another(
    run: Shell, mine: Path
) -> None:
    run.environ["HOME"] = ""
    assert len(answer(run, "curriculum list")["curricula"]) == 1
    for line in (f"curriculum add {mine}", "add https://example.org/x", "config speed 2"):
        refused = run(f"{line} --json")
        assert (refused.code, json.loads(refused.stderr)["error"]["code"]) == (1, "no_place")


def test_a_folder_that_cannot_be_made_is_exit_code_1(run: Shell, mine: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    run.environ["XDG_DATA_HOME"] = str(tmp_path / "file")
    refused = run(f"curriculum add {mine}")
    assert (refused.stdout, refused.code, refused.stderr.count("\n")) == ("", 1, 1)
    assert refused.stderr.startswith("llmpath: cannot save the curriculum: ")


@pytest.mark.parametrize("columns", [80, 40])
def test_on_a_terminal_the_one_in_use_has_a_star(run: Shell, folder: Path, mine: Path, columns: int) -> None:
    run.ok(f"curriculum add {mine}")
    run.ok("curriculum use mine")
    lines = ESCAPES.sub("", run.ok("curriculum list", columns=columns)).splitlines()
    assert [line.split()[:2] for line in lines if "mine" in line.split()] == [["*", "mine"]]
    assert max(map(len, lines[:2])) <= columns
    assert lines[-1] == f"yours are in {folder}"
