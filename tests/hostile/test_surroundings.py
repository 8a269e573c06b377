"""Every command where something is missing or refused: one line, the documented code, never a hang."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from e2e.test_unwritable import ORDINARY
from hostile.commands import EVERY, KEEPING, READING, WITHOUT_PROGRESS, WRITING
from hostile.forks import Fork
from hostile.learner import Learner
from shell import Result

UNKNOWN = {"curriculum use mine": 2, "curriculum remove mine": 2}
"""What a curriculum that could not be added is."""


def codes(answers: Mapping[str, Fork | Result]) -> dict[str, int]:
    return {line: answer.code for line, answer in answers.items()}


def failing(*lines: str) -> dict[str, int]:
    """Return the codes where these lines are 1, and all others 0."""
    return {line: int(line in lines) for line in EVERY}


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() if path.is_file() else b"" for path in folder.rglob("*")}


@pytest.fixture(params=["home", "state"])
def folder(learner: Learner, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A home without progress, or a state folder with some of it; writable again in the end."""
    path = learner.run.home
    if request.param == "state":
        path = learner.run.state
        for line in ("done 2.1", "done 1.1", "undo"):
            assert learner(line).code == 0
    yield path
    path.chmod(0o700)


@pytest.mark.parametrize("home", [None, "", "."], ids=["unset", "empty", "relative"])
def test_without_a_home_what_reads_works_and_what_records_says_that_it_cannot(
    learner: Learner, home: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    before = contents(tmp_path)
    answers: Mapping[str, Fork | Result] = learner.forks(environ={"HOME": None}) if home is None else {}
    if home is not None:
        learner.run.environ["HOME"] = home
        answers = {line: learner(line) for line in EVERY}
    assert codes(answers) == failing("doctor", *WRITING, *KEEPING) | UNKNOWN
    for line, answer in answers.items():
        assert ("HOME" in answer.stdout + answer.stderr) == (answer.code == 1 or line == "paths"), line
        assert bool(answer.stdout) == (line in {*READING, "open 1.1", "doctor --fix"}), line
        assert answer.stderr.count("\n") == (answer.code != 0), line
    assert {path for path in contents(tmp_path) if path.name != "opened"} == set(before)


def test_a_home_that_is_not_there_is_made_private_at_the_first_write(learner: Learner) -> None:
    home = learner.run.home / "not" / "there"
    learner.run.environ["HOME"] = str(home)
    for line in READING:
        assert learner(line).stderr == ""
    assert not home.exists()
    assert {learner(line).code for line in (*WRITING, *KEEPING)} == {0}
    assert {path.stat().st_mode & 0o777 for path in home.parents[0].rglob("*") if path.is_dir()} == {0o700}


def test_a_folder_that_cannot_be_written_is_read_and_otherwise_said(learner: Learner, folder: Path) -> None:
    folder.chmod(0o555)
    before = contents(folder)
    answers = learner.forks(by=ORDINARY)
    assert contents(folder) == before
    wrong = failing("doctor", *WRITING) | {"doctor --fix": 0}
    if folder == learner.run.home:
        wrong = failing("doctor", *WRITING, *KEEPING) | UNKNOWN
    assert codes(answers) == wrong
    for line in set(WRITING) - {"doctor --fix"}:
        assert "cannot save progress: Permission denied" in answers[line].stderr


def test_a_folder_that_cannot_be_read_is_said(learner: Learner, folder: Path) -> None:
    folder.chmod(0)
    answers = learner.forks(by=ORDINARY)
    fine = {*WITHOUT_PROGRESS, "doctor --fix"}
    if folder == learner.run.home:
        fine = {*WITHOUT_PROGRESS} - {*KEEPING, "curriculum list"}
    assert codes(answers) == failing(*(line for line in EVERY if line not in fine))
    for line, answer in answers.items():
        is_doctor = line.startswith("doctor")
        assert "Permission denied" in answer.stderr or answer.code == 0 or is_doctor, line
        assert bool(answer.stdout) == (answer.code == 0 or is_doctor), line


@pytest.mark.parametrize("stdout", ["full", "closed"])
def test_an_answer_that_cannot_be_written_is_said_and_what_was_recorded_is_kept(
    learner: Learner, stdout: str
) -> None:
    answers = learner.forks(stdout=stdout)
    assert codes(answers) == dict.fromkeys(EVERY, 1)
    for answer in answers.values():
        assert answer.stderr.startswith("llmpath: cannot write the answer: ")
    assert_all_recorded(learner)


def test_a_reader_that_has_left_is_no_failure_of_any_command(learner: Learner) -> None:
    answers = learner.forks(stdout="gone")
    assert codes(answers) == failing()
    assert "".join(answer.stderr for answer in answers.values()) == ""
    assert_all_recorded(learner)


def assert_all_recorded(learner: Learner) -> None:
    """`log` has an entry for each of the commands that record."""
    told = learner("log").stdout
    for words in ("open 1.1", "mark doing 1.2", "done 1.1.1 1.2", "skip 2.1", "todo 2.1"):
        assert words in told


def test_a_dumb_terminal_gets_from_every_command_what_a_pipe_gets(learner: Learner) -> None:
    timeless = [line for line in READING if line != "doctor"]
    plain = learner.forks(timeless)
    answers = learner.forks(environ={"TERM": "dumb"}, stdout="terminal")
    assert codes(answers) == failing()
    assert {line: answers[line].stdout for line in timeless} == {
        line: answer.stdout for line, answer in plain.items()
    }
    told = "".join(answer.stdout + answer.stderr for answer in answers.values())
    assert not {*told} & {"\x1b", "\t", "\r", "\x07"}


@pytest.mark.parametrize("columns", [1, 20, 100_000])
def test_every_command_has_an_answer_for_every_width(learner: Learner, columns: int) -> None:
    for line in EVERY:
        result = learner.run(learner.typed(line), columns=columns)
        assert (result.code, result.stderr) == (0, ""), line
        assert len(result.stdout) > 10, line


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LANG": "POSIX"}, {"LC_CTYPE": "C"}])
def test_every_command_is_plain_in_a_plain_locale(learner: Learner, locale: dict[str, str]) -> None:
    learner.run.environ |= locale
    for line in EVERY:
        result = learner.run(learner.typed(line), columns=80)
        assert (result.code, result.stderr, result.stdout.isascii()) == (0, "", True), line
