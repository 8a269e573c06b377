"""Sessions in which several rules meet."""

from collections.abc import Callable
from pathlib import Path

import pytest

from shell import Shell

BARE = """
[[sections]]
id = "s"
title = "S"
resources = [
  { id = "art", kind = "article", title = "Art" },
  { id = "long", kind = "playlist", title = "Long", url = "https://www.youtube.com/playlist?list=PLx" },
]
"""
LINKED = """
[[sections]]
id = "s"
title = "S"
[[sections.resources]]
id = "art"
kind = "article"
title = "Art"
url = "https://example.org/art"
[[sections.resources]]
id = "long"
kind = "playlist"
title = "Long"
url = "https://www.youtube.com/playlist?list=PLx"
parts = [ { title = "One", url = "https://youtu.be/aaaaaaaaaaa", duration = 600 }, { title = "Two" } ]
[[sections.resources]]
id = "unknown"
kind = "video"
title = "Unknown"
url = "https://youtu.be/bbbbbbbbbbb"
chapters = [ { start = 0, title = "a" }, { start = 600, title = "b" }, { start = 5000, title = "c" } ]
"""


@pytest.fixture
def use(run: Shell, curriculum: Callable[[str], Path]) -> Callable[[str], None]:
    def choose(sections: str) -> None:
        run.environ["LLMPATH_CURRICULUM"] = str(curriculum(sections))

    return choose


def status(run: Shell, ref: str) -> str:
    return next(line.split()[1] for line in run.ok("list --parts").splitlines() if ref in line.split())


def test_a_new_command_ends_what_can_be_brought_back(run: Shell) -> None:
    for line in ("done 6.1", "undo", "done 6.2", "undo", "redo"):
        run.ok(line)
    assert (status(run, "calculus"), status(run, "vectors")) == ("todo", "done")


def test_undo_gives_back_a_mark_made_before_the_thing_had_a_link(
    run: Shell, use: Callable[[str], None]
) -> None:
    use(BARE)
    run.ok("done art")
    use(LINKED)
    before = run.ok("list --json")
    run.ok("todo art")
    assert status(run, "art") == "todo"
    run.ok("undo")
    assert run.ok("list --json") == before


@pytest.mark.parametrize("begin", ["open long", "mark doing long"])
def test_todo_unmakes_a_playlist_begun_before_its_parts_came(
    run: Shell, use: Callable[[str], None], browser: Callable[[], list[str]], begin: str
) -> None:
    assert browser() == []
    use(BARE)
    run.ok(begin)
    use(LINKED)
    assert (status(run, "long"), status(run, "s")) == ("doing", "doing")
    before = run.ok("list --json")
    run.ok("todo long")
    assert (status(run, "long"), status(run, "s")) == ("todo", "todo")
    run.ok("undo")
    assert run.ok("list --json") == before


def test_a_video_of_unknown_length_is_what_most_of_it_is(run: Shell, use: Callable[[str], None]) -> None:
    use(LINKED)
    run.ok("done unknown/3")
    assert (status(run, "unknown/3"), status(run, "unknown"), status(run, "s")) == ("done", "doing", "doing")
    run.ok("done unknown/1 unknown/2")
    run.ok("skip unknown/3")
    assert status(run, "unknown") == "done"


def seconds_by_day(run: Shell) -> dict[str, int]:
    lines = (run.state / "progress.toml").read_text().splitlines()
    days = [at for at, line in enumerate(lines) if line.startswith("[days.")]
    return {lines[at].rstrip("]").rpartition(".")[2]: int(lines[at + 1].split()[-1]) for at in days}


def test_the_seconds_of_a_day_follow_what_is_said_of_it(run: Shell) -> None:
    run.ok("done micrograd")
    assert seconds_by_day(run) == {"2026-11-24": 8752}
    run.ok("done micrograd --on 2026-11-01")
    assert seconds_by_day(run) == {"2026-11-01": 8752, "2026-11-24": 0}
    run.ok("done micrograd --known")
    assert set(seconds_by_day(run).values()) == {0}


def test_a_mark_redone_is_counted_once(run: Shell) -> None:
    for line in ("done micrograd", "todo micrograd", "done micrograd"):
        run.ok(line)
    assert seconds_by_day(run) == {"2026-11-24": 8752}


def test_what_another_machine_changed_in_part_is_said_to_be_left_alone(run: Shell, tmp_path: Path) -> None:
    other = Shell(tmp_path / "other", run.clock)
    run.ok("done micrograd")
    other.ok("skip micrograd/3")
    (run.state / "progress 2.toml").write_bytes((other.state / "progress.toml").read_bytes())
    answer = run.ok("undo")
    assert "left alone where it was changed later: 4.1 micrograd" in answer
    assert status(run, "micrograd/3") == "skipped"
    assert status(run, "micrograd/4") == "todo"
