"""What is typed, what files are called and what the environment says is data, too."""

import json
import shlex
from pathlib import Path

import pytest
import tomli_w

from hostile.commands import EVERY, TAKING_WORDS
from hostile.learner import TERMINALS, Learner
from hostile.sequences import MARKUP, SEQUENCES, chunks, through

WORDS = [chunk.replace("\0", "") for chunk in chunks([*SEQUENCES, *MARKUP])]
"""What can stand on a command line and in the environment: no NUL."""
NAMES = [word.replace("/", "") for word in WORDS]
DEEP = "/".join(NAMES)
OPTIONS = {"-c": "list", "--kind": "list", "--status": "list", "--on": "done", "-n": "next"}
ENVIRONMENT = (
    "BROWSER",
    "TERM",
    "LANG",
    "LC_CTYPE",
    "COLUMNS",
    "DISPLAY",
    "EDITOR",
    "VISUAL",
    "LLMPATH_SPEED",
)
IN_STATE = ("paths", "list", "open 1.1", "done 2.1", "undo", "doctor", "doctor --fix")


def refused(learner: Learner, words: list[str], form: str = "pipe") -> str:
    """Return the one clean line with which words are refused."""
    result = learner(words, form)
    assert (result.stdout, result.code) == ("", 2)
    assert through(result.stderr) == ""
    assert result.stderr.count("\n") == 1
    return result.stderr


def clean(learner: Learner, form: str, *lines: str) -> str:
    """Return what commands write, of which nothing steers the terminal."""
    results = [learner(line, form) for line in lines]
    written = "".join(result.stdout + result.stderr for result in results)
    assert through(written, terminal=form in TERMINALS) == ""
    assert "Traceback" not in written
    return written


@pytest.mark.parametrize("verb", ["", *TAKING_WORDS])
def test_a_word_that_names_nothing_is_refused_in_one_clean_line(learner: Learner, verb: str) -> None:
    for word in WORDS:
        assert refused(learner, [*verb.split(), word]).startswith("llmpath: ")
    assert json.loads(refused(learner, [*verb.split(), "".join(WORDS)], "json"))["error"]["message"]


@pytest.mark.parametrize("option", OPTIONS)
def test_a_value_that_is_none_is_refused_in_one_clean_line(learner: Learner, option: str) -> None:
    for word in WORDS:
        refused(learner, [OPTIONS[option], option, word])
    refused(learner, [OPTIONS[option], f"-{''.join(WORDS)}"])


def test_a_link_that_is_typed_is_named_in_one_clean_line(learner: Learner) -> None:
    for word in WORDS:
        refused(learner, ["show", f"https://{word}"])
        refused(learner, ["open", f"https://example.org/{word}"])


@pytest.mark.parametrize("content", [None, "a = ", "directory"])
def test_a_file_that_is_no_curriculum_is_named_in_one_clean_line(
    learner: Learner, tmp_path: Path, content: str | None
) -> None:
    file = tmp_path / DEEP / "mine.toml"
    file.parent.mkdir(parents=True)
    if content == "directory":
        file.mkdir()
    elif content is not None:
        file.write_text(content)
    assert "[link=file:x]y[link]" in refused(learner, ["list", "-c", str(file)])
    result = learner(["curriculum", "check", str(file)])
    assert through(result.stdout + result.stderr) == ""


@pytest.mark.parametrize("name", ["x;id", "$(id)", "`id`", "a b", "x'y", "x && id", '"', "~", "*"])
def test_a_command_to_copy_has_the_name_of_a_file_as_one_word(
    learner: Learner, tmp_path: Path, name: str
) -> None:
    file = tmp_path / f"{name}.toml"
    file.write_text("no = 1\n")
    _, _, command = refused(learner, ["list", "-c", str(file)]).partition("Try: ")
    assert shlex.split(command) == ["llmpath", "curriculum", "check", str(file)]


def test_no_sequence_in_the_name_of_a_curriculum_comes_through(
    learner: Learner, form: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        Path(f"{name}.toml").write_bytes(learner.file.read_bytes())
        assert learner(["done" if name in NAMES[::2] else "todo", "2.1", "-c", f"{name}.toml"]).code == 0
    written = clean(learner, form, "log", f"undo {len(NAMES)}", *["redo"] * len(NAMES), "log")
    assert form == "narrow" or written.count("[link=file:x]y[link]") == 4
    Path(DEEP).mkdir(parents=True)
    deep = Path(DEEP, "mine.toml")
    deep.write_bytes(learner.file.read_bytes())
    result = learner(["curriculum", "check", str(deep)], form)
    assert (result.code, through(result.stdout + result.stderr, terminal=form in TERMINALS)) == (0, "")


@pytest.mark.parametrize("variable", ["HOME", "XDG_STATE_HOME", "LLMPATH_STATE_DIR"])
def test_no_sequence_in_the_name_of_a_folder_comes_through(
    learner: Learner, tmp_path: Path, form: str, variable: str
) -> None:
    folder = tmp_path / "deep" / DEEP
    learner.run.environ[variable] = str(folder)
    assert "[link=file:x]y[link]" in clean(learner, form, *IN_STATE)
    for path in (folder / ".local/state/llmpath", folder / "llmpath", folder):
        if (path / "progress.toml").exists():
            (path / "progress.toml").unlink()
            (path / "progress.toml").mkdir()
    assert "Is a directory" in clean(learner, form, *IN_STATE)


def test_no_sequence_in_the_environment_comes_through(
    learner: Learner, form: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    names = [*ENVIRONMENT, "HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"]
    learner.run.environ.update(dict.fromkeys(names, "".join(WORDS)))
    clean(learner, form, *EVERY)


def test_no_sequence_in_the_settings_comes_through(learner: Learner, form: str) -> None:
    del learner.run.environ["LLMPATH_CURRICULUM"]
    path = learner.run.home / ".config/llmpath/config.toml"
    path.parent.mkdir(parents=True)
    for word in WORDS:
        for settings in ({"curriculum": word}, {"speed": word}, {f"key {word}": word}, {word: {word: word}}):
            path.write_text(tomli_w.dumps(settings), "utf-8")
            assert clean(learner, form, "config")
        path.write_text(word, "utf-8")
        assert "is ignored" in clean(learner, form, "config", "curriculum list")


def test_a_curriculum_that_the_environment_names_wrongly_is_named_in_one_clean_line(
    learner: Learner,
) -> None:
    for word in WORDS:
        for chosen in (word, f"./{word}.toml"):
            learner.run.environ["LLMPATH_CURRICULUM"] = chosen
            refused(learner, ["list"])


def test_no_sequence_comes_through_in_a_traceback_that_was_asked_for(learner: Learner) -> None:
    learner.run.environ["LLMPATH_DEBUG"] = "1"
    for word in WORDS:
        result = learner(["show", word])
        assert result.stderr.startswith("Traceback")
        assert through(result.stderr) == ""
