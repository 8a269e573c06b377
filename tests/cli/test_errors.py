"""Exit codes, and what a refusal looks like in text and in JSON."""

import json
from pathlib import Path

import pytest

from shell import FakeClock, Shell

WRONG = {
    "lst": "usage",
    "list --colour": "usage",
    "list --kind film": "usage",
    "list --status ready": "usage",
    "next film": "usage",
    "next -n 0": "usage",
    "next -n many": "usage",
    "mark": "usage",
    "mark ready micrograd": "usage",
    "mark done micrograd --on someday": "usage",
    "mark done micrograd --on 2026-11-25": "usage",
    "show micrograd vectors": "usage",
    "note maths -m text": "usage",
    "note tensors vectors -m text": "usage",
    "note --list -m text": "usage",
    "note --edit zzzz -m text": "unknown_note",
    "note --delete zzzz": "unknown_note",
    "search": "usage",
    "search ''": "usage",
    "undo none": "usage",
    "paths here": "usage",
    "curriculum film": "usage",
    "curriculum check": "usage",
    "curriculum use": "usage",
    "curriculum use mine.toml": "usage",
    "curriculum use no-such-id": "no_curriculum",
    "curriculum remove no-such-id": "no_curriculum",
    "curriculum add /nowhere/mine.toml": "no_curriculum",
    "add ftp://example.org/": "bad_link",
    "add example.org": "bad_link",
    "config colour": "usage",
    "config speed fast": "usage",
    "config --unset": "usage",
    "list --all maths": "usage",
    "curriculum check /nowhere/mine.toml": "no_curriculum",
    "list -c /nowhere/mine.toml": "no_curriculum",
    "list -c no-such-id": "no_curriculum",
    "show nothing-like-it": "unknown_ref",
    "show 99": "unknown_ref",
    "show last": "unknown_ref",
    "show essence": "ambiguous_ref",
    "show ''": "bad_ref",
    "show 4.1..4": "unknown_ref",
    "show 4.1@xyz": "bad_ref",
    "show ftp://example.org/": "bad_link",
}


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_command_line_is_exit_code_2_and_one_line_on_stderr(run: Shell, line: str) -> None:
    result = run(line)
    assert (result.stdout, result.code) == ("", 2)
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("llmpath: ")
    assert "Traceback" not in result.stderr
    assert not run.state.exists()


@pytest.mark.parametrize(("line", "code"), WRONG.items())
def test_with_json_a_refusal_is_a_document_on_stderr(run: Shell, line: str, code: str) -> None:
    result = run(f"--json {line}")
    document = json.loads(result.stderr)
    assert (result.stdout, result.code) == ("", 2)
    assert set(document) == {"schema", "error"}
    assert (document["schema"], document["error"]["code"]) == (1, code)
    assert set(document["error"]) == {"code", "message", "hint"}
    assert document["error"]["message"]


def test_text_and_json_say_the_same(run: Shell) -> None:
    error = json.loads(run("show microgard --json").stderr)["error"]
    assert run("show microgard").stderr == f"llmpath: {error['message']}. {error['hint']}.\n"


def test_a_command_that_is_nearly_right_is_named(run: Shell) -> None:
    assert "list" in run("lst").stderr
    assert "progress" in run("progess").stderr


@pytest.mark.parametrize(
    ("line", "help_"),
    [
        ("lst", "llmpath --help"),
        ("list --colour", "llmpath list --help"),
        ("list --kind", "llmpath list --help"),
        ("mark", "llmpath mark --help"),
        ("curriculum check", "llmpath curriculum check --help"),
    ],
)
def test_a_wrong_command_line_names_the_help_that_explains_it(run: Shell, line: str, help_: str) -> None:
    assert help_ in run(line).stderr


def test_a_wrong_status_names_the_right_ones(run: Shell) -> None:
    said = '"ready" is not a status. A status is todo, doing, done or skipped: llmpath mark done REF'
    assert run("mark ready micrograd").stderr == f"llmpath: {said}\n"


@pytest.mark.parametrize(
    "line",
    [
        "list",
        "next",
        "progress",
        "",
        "undo",
        "redo",
        "list --kind task",
        "paths",
        "doctor",
        "note --list",
        "search zebra",
        "config",
    ],
)
def test_nothing_to_say_or_to_do_is_exit_code_0(run: Shell, line: str) -> None:
    assert (run(line).code, run(line).stderr) == (0, "")


@pytest.mark.parametrize("line", ["mark done vectors", "done tensors", "todo tensors", "undo", "redo"])
def test_damaged_progress_that_llmpath_found_by_itself_is_exit_code_1(run: Shell, line: str) -> None:
    run.ok("mark done tensors")
    damaged = b"format = [\n# end of llmpath progress 0000000000000000\n"
    (run.state / "progress.toml").write_bytes(damaged)
    result = run(line)
    assert (result.stdout, result.code) == ("", 1)
    assert "progress.toml" in result.stderr
    assert (run.state / "progress.toml").read_bytes() == damaged


def test_a_folder_that_cannot_be_made_is_exit_code_1(run: Shell, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    run.environ["LLMPATH_STATE_DIR"] = str(tmp_path / "file/state")
    result = run("mark done vectors")
    assert (result.stdout, result.code) == ("", 1)
    assert result.stderr.startswith("llmpath: cannot ")
    assert len(result.stderr.splitlines()) == 1


class BrokenClock(FakeClock):
    """A clock with a fault in it that nobody thought of."""

    def now(self) -> int:
        raise LookupError("no\nhands")


def test_a_fault_of_our_own_is_one_line_that_says_how_to_report_it(run: Shell) -> None:
    run.clock = BrokenClock()
    result = run(["mark", "done", "tensors", "--on", "a day"])
    assert (result.stdout, result.code) == ("", 1)
    assert result.stderr == (
        "llmpath: internal error: LookupError: no hands. "
        "To report it: LLMPATH_DEBUG=1 llmpath mark done tensors --on 'a day'\n"
    )
    error = json.loads(run("log --json").stderr)["error"]
    assert (error["code"], error["message"]) == (
        "unexpected",
        "internal error: LookupError: no\nhands",
    )
    run.environ["LLMPATH_DEBUG"] = "1"
    first, *_, last = run("log").stderr.splitlines()
    assert (first, last[:25]) == ("Traceback (most recent call last):", "llmpath: internal error: ")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("show /3", 'nothing is called "/3". To see what is here: llmpath list'),
        ("done 4.1.3-7", 'nothing is called "4.1.3-7". A range is written 4.1.3..7.'),
        ("done 4.1.3-4.1.7", 'nothing is called "4.1.3-4.1.7". A range is written 4.1.3..4.1.7.'),
        ("list --status foo", '"foo" is not a status. A status is todo, doing, done or skipped.'),
        ("undo 0", "invalid value for '[N]': 0 is not from 1 to 1000. Try: llmpath undo --help"),
        ("note micrograd add up", "note takes one ref, not 3. The text of it goes behind -m, in quotes."),
    ],
)
def test_a_hint_fits(run: Shell, line: str, said: str) -> None:
    assert run(line) == ("", f"llmpath: {said}\n", 2)


def test_a_dash_stands_for_standard_input_only_among_refs(run: Shell) -> None:
    result = run("add https://example.org/x --to -")
    assert (result.stdout, result.code) == ("", 2)
    assert result.stderr.startswith('llmpath: nothing is called "-".')
