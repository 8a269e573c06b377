from pathlib import Path

import pytest

from cli.answers import answer
from shell import Shell


def test_where_everything_lies(run: Shell) -> None:
    assert answer(run, "paths") == {
        "schema": 1,
        "paths": {
            "state": str(run.home / ".local/state/llmpath"),
            "progress": str(run.home / ".local/state/llmpath/progress.toml"),
            "backup": str(run.home / ".local/state/llmpath/progress.toml.bak"),
            "undo": str(run.home / ".local/state/llmpath/undo.toml"),
            "data": str(run.home / ".local/share/llmpath"),
            "config": str(run.home / ".config/llmpath"),
            "cache": str(run.home / ".cache/llmpath"),
        },
    }


def test_a_line_a_place(run: Shell) -> None:
    paths = answer(run, "paths")["paths"]
    lines = [line.split(maxsplit=1) for line in run.ok("paths").splitlines()]
    assert lines == [[name, path] for name, path in paths.items()]


@pytest.mark.parametrize("columns", [40, 80])
def test_no_path_is_cut_or_wrapped(run: Shell, columns: int) -> None:
    text = run.ok("paths", columns=columns)
    for path in answer(run, "paths")["paths"].values():
        assert path in text


def test_the_marks_lie_where_it_says(run: Shell) -> None:
    run.ok("mark done vectors")
    run.ok("mark done tensors")
    paths = answer(run, "paths")["paths"]
    assert {name for name in ("progress", "backup", "undo") if Path(paths[name]).is_file()} == {
        "progress",
        "backup",
        "undo",
    }


def test_a_folder_of_the_users_choice(run: Shell, tmp_path: Path) -> None:
    run.environ["LLMPATH_STATE_DIR"] = str(tmp_path / "mine")
    run.ok("mark done vectors")
    assert answer(run, "paths")["paths"]["progress"] == str(tmp_path / "mine/progress.toml")
    assert (tmp_path / "mine/progress.toml").is_file()
    assert not run.state.exists()


def test_the_folders_of_the_platform(run: Shell, tmp_path: Path) -> None:
    for name in ("STATE", "DATA", "CONFIG", "CACHE"):
        run.environ[f"XDG_{name}_HOME"] = str(tmp_path / name.lower())
    paths = answer(run, "paths")["paths"]
    assert {name: paths[name] for name in ("state", "data", "config", "cache")} == {
        name: str(tmp_path / name / "llmpath") for name in ("state", "data", "config", "cache")
    }


@pytest.mark.parametrize("home", ["", "relative/home"])
def test_without_a_usable_home_there_is_no_place(run: Shell, home: str) -> None:
    run.environ["HOME"] = home
    assert set(answer(run, "paths")["paths"].values()) == {None}
    assert "HOME" in run.ok("paths")
