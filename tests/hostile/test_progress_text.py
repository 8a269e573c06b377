"""Every text of the state folder is data: of progress, of the undo file, and the names of copies."""

import tomllib
from pathlib import Path

import pytest
import tomli_w

from hostile.commands import EVERY, SCREENS
from hostile.documents import progress, sealed
from hostile.learner import TERMINALS, Learner
from hostile.sequences import MARKUP, OWN, SEQUENCES, chunks, through
from llmpath.store.progress_form import seal

TEXT = "".join(["~", *SEQUENCES, *MARKUP])
NAMES = [chunk.replace("\0", "").replace("/", "") for chunk in chunks(SEQUENCES)]
"""What a file may be called."""


@pytest.fixture
def state(learner: Learner) -> Path:
    learner.run.state.mkdir(parents=True)
    return learner.run.state


def written(learner: Learner, form: str, *lines: str) -> str:
    """Return all that commands write on both streams, of which nothing steers the terminal."""
    results = {f"{at} {line}": learner(line, form) for at, line in enumerate(lines)}
    texts = {line: result.stdout + result.stderr for line, result in results.items()}
    got = {line: through(text, terminal=form in TERMINALS) for line, text in texts.items()}
    assert {line: text for line, text in got.items() if text} == {}
    return "\n".join(texts.values())


def test_no_sequence_in_any_field_of_progress_comes_through_any_command(
    learner: Learner, state: Path, form: str
) -> None:
    (state / "progress.toml").write_bytes(sealed(progress(TEXT)))
    text = written(learner, form, *SCREENS)
    fields = ["gone", "text", "note", "by", "untitled", "fault", "flat", "day", "no"]
    assert form == "narrow" or [field for field in fields if f"{field} ~" not in text] == []


@pytest.mark.parametrize("form", ["pipe", "wide"])
def test_markup_in_a_note_and_in_a_title_stands_as_it_was_written(
    learner: Learner, state: Path, form: str
) -> None:
    markup = " ".join(MARKUP)
    (state / "progress.toml").write_bytes(sealed(progress(markup)))
    text = OWN.sub("", written(learner, form, "show 1.1", "log"))
    assert f"text {markup}" in text
    assert f"gone {markup}" in text
    assert f"(on by {markup})" in text


def test_no_sequence_in_the_words_of_a_command_comes_through(learner: Learner, form: str) -> None:
    assert learner("done 2.1").code == 0
    path = learner.run.state / "undo.toml"
    document = tomllib.loads(path.read_text("utf-8"))
    document["commands"][0]["words"] = f"words {TEXT}"
    path.write_text(tomli_w.dumps(document), encoding="utf-8")
    lines = ["log", "undo", "redo", "log"]
    assert written(learner, form, *lines).count("words") == len(lines)


def test_no_sequence_in_the_names_of_copies_comes_through(learner: Learner, state: Path, form: str) -> None:
    for name in NAMES:
        for file in (f"progress {name}.toml", f"progress.toml{name}", f".progress.{name}.tmp", name):
            (state / file).write_text("no copy", encoding="utf-8")
        (state / f"progress-{name}.toml").write_bytes(seal(f'items = "{len(name)}"\n'))
    text = written(learner, form, *EVERY)
    assert text.count("is cut short and ignored") >= len(NAMES)
    assert text.count("is not understood and ignored") >= len(NAMES)


@pytest.mark.parametrize("line", ["{}", "a = {}", "[{}]", "# {}", 'a = "{}"'])
def test_no_sequence_in_a_progress_file_that_is_no_toml_comes_through(
    learner: Learner, state: Path, line: str
) -> None:
    for chunk in chunks(SEQUENCES):
        (state / "progress.toml").write_bytes(seal(line.replace("{}", chunk) + "\n"))
        written(learner, "wide", "log")
        written(learner, "pipe", "done 1.2")


@pytest.mark.parametrize(
    "document",
    [{"format": 99, "device": TEXT}, {"items": TEXT}, {"days": TEXT}, {"format": TEXT}, {"device": [TEXT]}],
    ids=["newer", "items", "days", "format", "device"],
)
def test_no_sequence_in_an_odd_progress_file_comes_through(
    learner: Learner, state: Path, document: dict[str, object], form: str
) -> None:
    (state / "progress.toml").write_bytes(sealed(document))
    written(learner, form, "list", "log", "done 1.2", "undo")
