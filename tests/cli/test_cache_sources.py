"""Answers that hang on more than a file's content: where a link leads, where one is, what lies beside."""

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from llmpath import cache
from llmpath.store.progress_form import END, seal
from shell import Result, Shell

ONE = """schema = 1
id = "mine"
title = "Mine"

[[sections]]
id = "begin"
title = "Begin"

[[sections.resources]]
id = "{first}"
kind = "article"
title = "Article"
url = "https://example.org/article"
"""


@pytest.fixture(autouse=True)
def _settled() -> Iterator[None]:
    """Every file counts as one that was there for long."""
    with patch.object(cache, "COARSEST", 0):
        yield


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    """Two folders with a curriculum of one name in each."""
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
        (folder / "mine.toml").write_text(ONE.format(first=folder.name))
    return folders


def same_without_cache(run: Shell, line: str = "next --short") -> Result:
    """Return an answer from the cache, which is the one that is worked out anew."""
    answer = run(line)
    run.environ[cache.OFF] = "1"
    assert answer == run(line)
    del run.environ[cache.OFF]
    return answer


def test_a_link_to_nothing_goes_over_the_bundled_curriculum(run: Shell) -> None:
    assert same_without_cache(run).code == 0
    own = run.home / ".local/share/llmpath/curricula/llm-learning-pointers.toml"
    own.parent.mkdir(parents=True)
    own.symlink_to("nothing")
    assert "there is no file" in same_without_cache(run).stderr


@pytest.mark.parametrize("told", ["mine.toml", "./mine.toml"])
def test_a_curriculum_told_by_its_path_from_here_is_another_one_elsewhere(
    run: Shell, folders: list[Path], monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    run.environ["LLMPATH_CURRICULUM"] = told
    for folder in folders:
        monkeypatch.chdir(folder)
        assert same_without_cache(run).stdout == f"1.1 {folder.name}\n"


def test_a_state_folder_told_by_its_path_from_here_is_another_one_elsewhere(
    run: Shell, folders: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    run.environ |= {"LLMPATH_CURRICULUM": str(folders[0] / "mine.toml"), "LLMPATH_STATE_DIR": "state"}
    monkeypatch.chdir(folders[0])
    run.ok("mark done one")
    assert same_without_cache(run).stdout == ""
    monkeypatch.chdir(folders[1])
    assert same_without_cache(run).stdout == "1.1 one\n"


def test_where_one_is_may_be_deleted(run: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    here.rmdir()
    run.environ["LLMPATH_CURRICULUM"] = "./mine.toml"
    assert "there is no file mine.toml" in same_without_cache(run).stderr


def test_a_way_up_behind_a_link_is_not_the_way_back(run: Shell, folders: list[Path]) -> None:
    near, far = folders
    (far / "deep").mkdir()
    (near / "link").symlink_to(far / "deep")
    assert same_without_cache(run, f"next --short -c {near}/link/../mine.toml").stdout == "1.1 two\n"
    assert same_without_cache(run, f"next --short -c {near}/mine.toml").stdout == "1.1 one\n"


def linked(run: Shell, tmp_path: Path) -> tuple[Path, bytes]:
    """Make the progress a link that leads elsewhere; return that, and a copy in which more is done."""
    run.ok("mark done calculus")
    path, elsewhere = run.state / "progress.toml", tmp_path / "elsewhere/progress.toml"
    run.ok("mark done vectors")
    more = path.read_bytes()
    run.ok("undo")
    elsewhere.parent.mkdir()
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    body, end, _ = more.partition(END)
    assert end
    return elsewhere, seal(body.decode().replace("-24 12:", "-24 13:"))


def test_what_lies_beside_a_linked_file_may_become_progress(run: Shell, tmp_path: Path) -> None:
    path, more = linked(run, tmp_path)
    beside = path.with_name("progress-LAPTOP.toml")
    beside.write_bytes(b"#" * len(more))
    assert '"id": "vectors"' not in same_without_cache(run, "list --status done --json").stdout
    run.ok("next")
    beside.write_bytes(more)
    assert '"id": "vectors"' in same_without_cache(run, "list --status done --json").stdout
    run.ok("mark done tensors")
    assert '"id": "vectors"' in same_without_cache(run, "list --status done --json").stdout


def test_a_link_that_leads_to_the_same_file_elsewhere_has_other_copies_beside(
    run: Shell, tmp_path: Path
) -> None:
    path, more = linked(run, tmp_path)
    snapshot = tmp_path / "snapshot/progress.toml"
    snapshot.parent.mkdir()
    snapshot.hardlink_to(path)
    snapshot.with_name("progress-LAPTOP.toml").write_bytes(more)
    assert '"id": "vectors"' not in same_without_cache(run, "list --status done --json").stdout
    (run.state / "progress.toml").unlink()
    (run.state / "progress.toml").symlink_to(snapshot)
    assert '"id": "vectors"' in same_without_cache(run, "list --status done --json").stdout


def test_a_backup_that_could_not_be_read_may_be_good_later(run: Shell) -> None:
    run.ok("mark done calculus")
    run.ok("mark done vectors")
    backup = run.state / "progress.toml.bak"
    content = backup.read_bytes()
    for path in run.state.glob("*.toml*"):
        path.unlink()
    backup.mkdir()
    assert same_without_cache(run, "progress").stderr == ""
    backup.rmdir()
    backup.write_bytes(content)
    assert "its backups are there" in same_without_cache(run, "progress").stderr
