import os
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.answers import status
from shell import Shell

LINK = "https://brilliant.org/courses/vectors/"
Opened = Callable[[], list[str]]


def program(path: Path, *lines: str) -> str:
    """Write an executable script and return how it is named in $BROWSER."""
    path.write_text("\n".join(["#!/bin/sh", *lines, ""]))
    path.chmod(0o755)
    return shlex.quote(str(path))


@pytest.mark.parametrize(
    "setting", ["", ":", "'", '"unbalanced', " : '", "lynx", "w3m:links:/usr/bin/www-browser"]
)
def test_where_there_is_no_browser_the_link_stands_alone(run: Shell, setting: str) -> None:
    run.environ["BROWSER"] = setting
    result = run("open vectors")
    assert (result.stdout, result.code) == (f"{LINK}\n", 0)
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("llmpath: ")
    assert status(run, "vectors") == "doing"


def test_without_the_variable_too(run: Shell) -> None:
    result = run("open vectors 5.2.4")
    playlist = "https://www.youtube.com/playlist?list=PL2zRqk16wsdo3VJmrusPU6xXHk37RuKzi"
    assert (result.stdout, result.code) == (f"{LINK}\n{playlist}\n", 0)
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("setting", ["/nowhere/browser", "nowhere-to-be-found --new %s", "%s", "/", "false"])
def test_where_every_browser_fails_the_link_is_printed_and_it_is_a_failure(run: Shell, setting: str) -> None:
    run.environ["BROWSER"] = setting
    result = run("open vectors")
    assert (result.stdout, result.code) == (f"{LINK}\n", 1)
    assert result.stderr.startswith("llmpath: ")
    assert len(result.stderr.splitlines()) == 1
    assert status(run, "vectors") == "doing"


def test_a_failure_is_json_on_stderr_and_the_links_are_on_stdout(run: Shell) -> None:
    run.environ["BROWSER"] = "/nowhere/browser"
    result = run("open vectors --json")
    assert result.code == 1
    assert '"recorded": true' in result.stdout
    assert '"opened": false' in result.stdout
    assert '"code": "open_failed"' in result.stderr


def test_a_browser_that_fails_at_once_is_followed_by_the_next(
    run: Shell, tmp_path: Path, browser: Opened
) -> None:
    works = run.environ["BROWSER"]
    fails = program(tmp_path / "fails", "exit 3")
    run.environ["BROWSER"] = os.pathsep.join(["/nowhere/browser", fails, works])
    assert run.ok("open vectors").startswith("opened: 6.2 vectors, Vectors")
    assert browser() == [LINK]


def test_arguments_and_the_place_of_the_link_are_kept(run: Shell, browser: Opened) -> None:
    works = run.environ["BROWSER"]
    run.environ["BROWSER"] = f"{works} --profile 'my own' --url=%s --end"
    run.ok("open vectors")
    run.environ["BROWSER"] = f"{works} --new-window"
    run.ok("open vectors")
    assert browser() == ["--profile", "my own", f"--url={LINK}", "--end", "--new-window", LINK]


def test_a_path_with_spaces_is_quoted(run: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "my programs"
    folder.mkdir()
    log = tmp_path / "opened"
    run.environ["BROWSER"] = program(folder / "a browser", f'echo "$1" > {shlex.quote(str(log))}')
    run.ok("open vectors")
    assert log.read_text() == f"{LINK}\n"


def test_no_shell_reads_the_link(run: Shell, browser: Opened, curriculum: Callable[[str], Path]) -> None:
    link = "https://example.org/a;touch$IFS'x'&b=$(id)|cat?c=%s"
    resource = f'[[sections.resources]]\nid = "odd"\nkind = "link"\ntitle = "Odd"\nurl = "{link}"\n'
    path = curriculum(f'[[sections]]\nid = "s"\ntitle = "S"\n{resource}')
    run.ok(["open", "odd", "-c", str(path)])
    assert browser() == [link]


def test_what_the_browser_says_stays_off_the_screen(run: Shell, tmp_path: Path) -> None:
    run.environ["BROWSER"] = program(tmp_path / "loud", "echo heard; echo seen >&2; cat")
    assert "heard" not in run.ok("open vectors")


def test_a_browser_that_runs_on_is_not_waited_for(run: Shell, tmp_path: Path) -> None:
    end = tmp_path / "end"
    os.mkfifo(end)
    run.environ["BROWSER"] = program(tmp_path / "stays", f"read line < {shlex.quote(str(end))}")
    assert run.ok("open vectors").startswith("opened: ")
    end.write_text("now\n")


def test_a_text_browser_does_not_take_a_pipe(run: Shell, tmp_path: Path) -> None:
    log = tmp_path / "opened"
    lynx = program(tmp_path / "lynx", f'echo "$1" > {shlex.quote(str(log))}')
    run.environ["BROWSER"] = lynx
    assert run("open vectors").stdout == f"{LINK}\n"
    assert not log.exists()
