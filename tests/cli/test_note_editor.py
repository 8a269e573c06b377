"""`llmpath note` on a terminal without -m: the text is written in an editor."""

import os
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.answers import answer
from shell import Shell

SCRIPT = """#!/bin/sh
for file; do :; done
cp "$file" {folder}/draft
echo "$#" "$@" > {folder}/words
ls -ld "$(dirname "$file")" > {folder}/mode
[ ! -e {folder}/typed ] || cat {folder}/typed > "$file"
exit "$(cat {folder}/code)"
"""


class Editor:
    """An editor that types what it was told and writes down what it was given."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "editor"
        self.path.write_text(SCRIPT.format(folder=shlex.quote(str(folder))))
        self.path.chmod(0o755)
        self.types(None)

    def types(self, text: str | bytes | None, *, code: int = 0) -> None:
        """Have it replace the draft by a text, or leave it, and end with a code."""
        (self.folder / "code").write_text(str(code))
        (self.folder / "typed").unlink(missing_ok=True)
        if text is not None:
            (self.folder / "typed").write_bytes(text.encode() if isinstance(text, str) else text)

    @property
    def draft(self) -> list[str]:
        """The lines that stood in the draft."""
        return (self.folder / "draft").read_text(encoding="utf-8").splitlines()

    @property
    def words(self) -> list[str]:
        return (self.folder / "words").read_text().split()

    @property
    def left(self) -> list[Path]:
        """What is left of drafts."""
        return list((self.folder / "tmp").rglob("note*"))


@pytest.fixture
def editor(run: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Editor]:
    """An editor, and a terminal on standard input."""
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "an editor's"
    (folder / "tmp").mkdir(parents=True)
    monkeypatch.setattr("tempfile.tempdir", str(folder / "tmp"))
    made = Editor(folder)
    run.environ["EDITOR"] = shlex.quote(str(made.path))
    ours, theirs = os.openpty()
    with os.fdopen(theirs) as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        yield made
    os.close(ours)


def texts(run: Shell) -> list[str]:
    return [note["text"] for note in answer(run, "note --list")["notes"]]


def test_what_is_written_is_noted_and_comments_are_left_out(run: Shell, editor: Editor) -> None:
    editor.types("gradients\n# a comment\n\nadd up # so +=\n#\n")
    receipt = run.ok("note micrograd/3")
    assert receipt.startswith("noted ")
    assert texts(run) == ["gradients\n\nadd up # so +="]
    assert editor.left == []


def test_the_draft_is_empty_and_tells_what_is_annotated(run: Shell, editor: Editor) -> None:
    editor.types("text")
    run.ok("note https://youtu.be/VMj-3S1tku0?t=750")
    first, *comments = editor.draft
    assert first == ""
    assert comments[0].startswith("# A note on 4.1 micrograd, The spelled-out intro")
    assert comments[0].endswith(" at 12:30")
    assert all(line.startswith("#") for line in comments)


def test_the_draft_lies_where_nobody_else_can_read_it(run: Shell, editor: Editor) -> None:
    editor.types("text")
    run.ok("note vectors")
    assert (editor.folder / "mode").read_text().startswith("drwx------")


def test_an_edit_begins_with_the_text_as_it_is(run: Shell, editor: Editor) -> None:
    run.ok(["note", "vectors", "-m", "a list\nof numbers"])
    (note,) = answer(run, "note --list")["notes"]
    editor.types("an arrow\n")
    run.ok(f"note --edit {note['id']}")
    assert editor.draft[:2] == ["a list", "of numbers"]
    assert texts(run) == ["an arrow"]


def test_lines_of_the_text_that_look_like_comments_are_kept(run: Shell, editor: Editor) -> None:
    run.ok(["note", "vectors", "-m", "# heading\ntext"])
    (note,) = answer(run, "note --list")["notes"]
    assert run.ok(f"note --edit {note['id']}").startswith("unchanged ")
    assert editor.draft[:2] == ["# heading", "text"]
    assert {line[0] for line in editor.draft[2:] if line} == {";"}
    editor.types("# heading\n; comment\nother")
    run.ok(f"note --edit {note['id']}")
    assert texts(run) == ["# heading\nother"]


@pytest.mark.parametrize(
    ("text", "code"), [(None, 0), ("", 0), ("\n# only this\n", 0), ("text", 1), ("text", 130)]
)
def test_no_text_or_a_failing_editor_notes_nothing(
    run: Shell, editor: Editor, text: str | None, code: int
) -> None:
    editor.types(text, code=code)
    result = run("note vectors")
    assert (result.stdout, result.code, len(result.stderr.splitlines())) == ("", 1, 1)
    assert result.stderr.startswith("llmpath: nothing was noted")
    assert not run.state.exists()
    assert editor.left == []


def test_what_was_written_is_kept_where_a_signal_ends_the_editor(run: Shell, editor: Editor) -> None:
    editor.path.write_text(editor.path.read_text().replace("exit ", "kill -HUP $$; exit "))
    editor.types("a long thought\n")
    result = run("note vectors")
    assert (result.stdout, result.code) == ("", 1)
    (kept,) = editor.left
    assert kept.read_text() == "a long thought\n"
    assert result.stderr == (
        f"llmpath: nothing was noted: signal 1 ended the editor; what you wrote is kept in {kept}.\n"
    )


def test_an_edit_that_changes_nothing_notes_nothing(run: Shell, editor: Editor) -> None:
    run.ok("note vectors -m text")
    before = (run.state / "progress.toml").read_bytes()
    (note,) = answer(run, "note --list")["notes"]
    assert run.ok(f"note --edit {note['id']}").startswith("unchanged ")
    assert (run.state / "progress.toml").read_bytes() == before
    assert editor.left == []


def test_visual_comes_before_editor_and_both_may_have_arguments(run: Shell, editor: Editor) -> None:
    editor.types("text")
    run.environ |= {"VISUAL": f"{shlex.quote(str(editor.path))} --wait '-x y;$(id)'", "EDITOR": "false"}
    run.ok("note vectors")
    assert editor.words[:4] == ["3", "--wait", "-x", "y;$(id)"]
    run.environ |= {"VISUAL": "  ", "EDITOR": shlex.quote(str(editor.path))}
    run.ok("note vectors")
    assert editor.words[0] == "1"


@pytest.mark.usefixtures("editor")
def test_ctrl_c_in_the_editor_is_meant_for_the_editor(run: Shell) -> None:
    run.environ["EDITOR"] = """sh -c 'kill -INT $PPID; echo text > "$0"'"""
    run.ok("note vectors")
    assert texts(run) == ["text"]


@pytest.mark.usefixtures("editor")
def test_what_the_editor_shows_never_mixes_with_the_answer(
    run: Shell, capfd: pytest.CaptureFixture[str]
) -> None:
    run.environ["EDITOR"] = """sh -c 'echo screen; echo text > "$0"'"""
    run.ok("note vectors --json")
    assert tuple(capfd.readouterr()) == ("", "screen\n")


@pytest.mark.parametrize("name", ["/nowhere/an-editor", "no-such-editor --wait", "'unfinished", "/"])
def test_an_editor_that_is_not_there_is_one_line(run: Shell, editor: Editor, name: str) -> None:
    run.environ["EDITOR"] = name
    result = run("note vectors")
    assert (result.stdout, result.code, len(result.stderr.splitlines())) == ("", 1, 1)
    assert name.partition(" ")[0].strip("'") in result.stderr
    assert not run.state.exists()
    assert editor.left == []


def test_vi_is_tried_where_no_editor_is_told_and_else_m_is_named(run: Shell, editor: Editor) -> None:
    del run.environ["EDITOR"]
    run.environ["PATH"] = str(editor.folder / "bin")
    result = run("note vectors")
    assert (result.stdout, result.code, len(result.stderr.splitlines())) == ("", 1, 1)
    assert "-m" in result.stderr
    (editor.folder / "bin").mkdir()
    editor.types("text")
    (editor.folder / "bin/vi").write_text(f'#!/bin/sh\nPATH={os.environ["PATH"]} exec "{editor.path}" "$@"\n')
    (editor.folder / "bin/vi").chmod(0o755)
    run.ok("note vectors")
    assert texts(run) == ["text"]


def test_a_wrong_ref_starts_no_editor(run: Shell, editor: Editor) -> None:
    editor.types("text")
    for line in ("note microgard", "note maths", "note --edit zzzz", "note"):
        assert run(line).code == 2
    assert not (editor.folder / "draft").exists()


@pytest.mark.parametrize(
    ("text", "why"), [("a" * 65_537, "64 kB"), (b"a\xff", "UTF-8"), ("a" * 1_100_000, "1 MB")]
)
def test_a_text_that_cannot_be_a_note_is_kept_for_its_writer(
    run: Shell, editor: Editor, text: str | bytes, why: str
) -> None:
    editor.types(text)
    result = run("note vectors")
    assert (result.stdout, result.code, len(result.stderr.splitlines())) == ("", 1, 1)
    assert why in result.stderr
    (kept,) = editor.left[:1]
    assert str(editor.folder / "tmp") in result.stderr
    assert not run.state.exists()
    assert kept.exists()


def test_what_cannot_be_saved_is_kept_for_its_writer(run: Shell, editor: Editor) -> None:
    run.ok("mark done tensors")
    damaged = b"format = [\n# end of llmpath progress 0000000000000000\n"
    (run.state / "progress.toml").write_bytes(damaged)
    editor.types("a long thought\n")
    result = run("note vectors")
    assert (result.stdout, result.code) == ("", 1)
    (kept,) = editor.left
    assert kept.read_text() == "a long thought\n"
    assert f"kept in {kept}" in result.stderr
    assert (run.state / "progress.toml").read_bytes() == damaged
