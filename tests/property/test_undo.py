"""Undo after any command gives back byte-equal answers; redo brings them back."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from shell import FakeClock, Shell

CURRICULUM = """
schema = 1
id = "mine"
title = "Mine"
[[sections]]
id = "first"
title = "First"
[[sections.resources]]
id = "lecture"
kind = "video"
title = "Lecture"
url = "https://youtu.be/aaaaaaaaaaa"
duration = "1:00:00"
chapters = [
  { start = 0, title = "one" },
  { start = "10:00", title = "two" },
  { start = "40:00", title = "three" },
]
[[sections]]
id = "middle"
title = "Middle"
resources = [
  { id = "unknown", kind = "video", title = "No length", url = "https://youtu.be/bbbbbbbbbbb" },
  { id = "essay", kind = "article", title = "Article", url = "https://example.org/a" },
]
[[sections]]
id = "second"
title = "Second"
[[sections.resources]]
id = "list"
kind = "playlist"
title = "List"
url = "https://www.youtube.com/playlist?list=PLx"
parts = [ { title = "Same lecture", url = "https://youtu.be/aaaaaaaaaaa" }, { title = "No link" } ]
"""
REFS = [
    "lecture",
    "lecture/1",
    "lecture/3",
    "unknown",
    "essay",
    "list",
    "list/2",
    "middle",
    "second",
    "list/1/2",
]

marks = st.builds(
    "mark {} {}{}".format,
    st.sampled_from(["done", "skipped", "todo"]),
    st.sampled_from(REFS),
    st.sampled_from(["", "", " --known", " --on 2026-11-20"]),
)
commands = marks | st.sampled_from([f"open {ref}" for ref in REFS]) | st.sampled_from(["undo", "redo"])


@settings(max_examples=40, deadline=None, phases=[Phase.generate])
@given(st.lists(commands, max_size=4), commands.filter(lambda line: line not in {"undo", "redo"}))
def test_undo_gives_back_what_was_and_redo_what_became(before: list[str], command: str) -> None:
    with TemporaryDirectory() as home:
        path = Path(home) / "mine.toml"
        path.write_text(CURRICULUM)
        run = Shell(Path(home), FakeClock(), {"LLMPATH_CURRICULUM": str(path)})
        for line in before:
            run(line)
        old = run.ok("list --json")
        written = _bytes(run.state / "progress.toml")
        run(command)
        if _bytes(run.state / "progress.toml") == written:
            return
        new = run.ok("list --json")
        run.ok("undo")
        assert run.ok("list --json") == old
        run.ok("redo")
        assert run.ok("list --json") == new
        run.ok("undo")
        assert run.ok("list --json") == old


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""
