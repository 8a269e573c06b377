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
commands = marks | st.sampled_from([f"open {ref}" for ref in REFS])


@settings(max_examples=25, phases=[Phase.generate])
@given(st.lists(commands, min_size=1, max_size=5))
def test_undo_goes_back_step_by_step_and_redo_forth(lines: list[str]) -> None:
    with TemporaryDirectory() as home:
        path = Path(home) / "mine.toml"
        path.write_text(CURRICULUM)
        run = Shell(Path(home), FakeClock(), {"LLMPATH_CURRICULUM": str(path)})
        states = [run.ok("list --json")]
        for line in lines:
            written = _bytes(run.state / "progress.toml")
            run(line)
            if _bytes(run.state / "progress.toml") != written:
                states.append(run.ok("list --json"))
        for before in states[-2::-1]:
            run.ok("undo")
            assert run.ok("list --json") == before
        for after in states[1:]:
            run.ok("redo")
            assert run.ok("list --json") == after
        if states[1:]:
            run.ok(f"undo {len(states) - 1}")
            assert run.ok("list --json") == states[0]


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""
