"""Whatever happens to its files, llmpath answers and writes what it would had it never kept anything."""

import functools
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import typer
from cache_disk import SECOND, Disk
from cache_home import BUNDLED, CONFLICT, EDITS, MINE, Home, content_of, curriculum_text, edited, lay, remove
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from llmpath.sources import bundled
from llmpath.store import transaction
from shell import EPOCH, FakeClock

STEPS = int(os.environ.get("CACHE_STEPS", "1000"))
STEPS_OF_A_RUN = 50
READING = (
    "list", "list --all", "next", "next --for 20m", "progress", "search video", "log", "doctor", "show 1.1",
    "curriculum list", "curriculum check", f"list --json -c {MINE}", "note --list", "config",
)  # fmt: skip
MARKS = ("mark done one", "mark done 1", "todo 1", "skip 1.2", "mark done 1.2", "undo")
WRITING = (
    "mark done one", "mark done two", "mark done 1.2", "skip 1.2", "todo 1", "done 1.1", "mark done",
    "mark doing 1.1@3:00", "open 1.1 --print", "open next --print", "note 1.1 -m remember", "undo", "redo",
    "add https://example.org/x --title Extra", f"curriculum use {MINE}", f"curriculum use {BUNDLED}",
    f"curriculum remove {MINE}", "config speed 2", "config speed 1.5", "config --unset speed", "doctor --fix",
)  # fmt: skip
COPIES = (CONFLICT, CONFLICT, "progress.toml.bak", "backup-2026-11-24.toml")
SETTINGS = (b"speed = 2.0\n", b"speed = 1.5\n", b'curriculum = "mine"\n', b'curriculum = "gone"\n', b"=", b"")

DAMAGES: dict[str, Callable[[bytes, bytes, int], bytes]] = {
    "an old version": lambda _, old, __: old,
    "cut": lambda now, _, where: now[: where % (len(now) + 1)],
    "a byte flipped": lambda now, _, where: bytes(
        byte ^ (1 + where % 255) if place == where % len(now) else byte for place, byte in enumerate(now)
    ),
}

built_once = functools.cache(typer.main.get_command)

hows = st.sampled_from(["in place", "in place", "in place, time kept", "renamed"])
good_edits = st.sampled_from(["nothing, sealed", "another status, sealed", "all later, sealed"])
edits = good_edits | good_edits | st.sampled_from([*EDITS, *(f"{edit}, sealed" for edit in EDITS)])
some = st.integers(0, 10**6)
firsts = st.sampled_from(["one", "two", "three"])
titles = st.sampled_from(["Alpha", "Bravo", "Longer"])
places = st.sampled_from([".local/state/llmpath", "elsewhere/a"])
names_in_state = st.sampled_from([*COPIES, "progress.toml", "undo.toml"])


class CacheMachine(RuleBasedStateMachine):
    """A home to which commands, editors, sync services and accidents happen, while time passes or not."""

    def __init__(self) -> None:
        super().__init__()
        self.base = Path(tempfile.mkdtemp())
        self.clock = FakeClock(step=timedelta(milliseconds=1))
        self.disk = Disk(self.base / "probe", (self.clock.time - EPOCH) // timedelta(seconds=1) * SECOND)
        self.home = Home(self.base, self.clock)
        self.unseen = 0
        self.versions: dict[str, list[bytes]] = {}
        self.curricula = {
            "bundled": (BUNDLED, self.base / "package/data/curriculum.toml"),
            "over it": (BUNDLED, self.home.curricula / f"{BUNDLED}.toml"),
            "own": (MINE, self.home.curricula / f"{MINE}.toml"),
        }
        for id_, path in (self.curricula["bundled"], self.curricula["own"]):
            lay(path, curriculum_text(id_, "one", "Alpha"), "renamed")
        self.patches = ExitStack()
        self.patches.enter_context(self.disk.mounted())
        here = self.base / "package/sources/bundled.py"
        self.patches.enter_context(patch.object(bundled, "_HERE", here))
        self.patches.enter_context(patch.object(typer.main, "get_command", built_once))
        self.patches.enter_context(patch.object(transaction, "new_device", lambda: "0123456789ab"))

    def teardown(self) -> None:
        self.patches.close()
        shutil.rmtree(self.base)

    @rule(line=st.sampled_from(READING + WRITING))
    def run(self, line: str) -> None:
        self.home.run(line)

    @rule(line=st.sampled_from(MARKS), how=hows)
    def edit_before_anyone_looks(self, line: str, how: str) -> None:
        self.tidy_up()
        self.home.run(line)
        self.edit_progress("another status, sealed", how)

    @rule(how=hows)
    def edit_after_a_while(self, how: str) -> None:
        self.tidy_up()
        self._wait_and_look()
        self.edit_progress("another status, sealed", how)

    @rule()
    def lead_elsewhere_after_a_while(self) -> None:
        self.tidy_up()
        self.home.link("a")
        self._wait_and_look()
        self.home.link("b")

    @rule(edit=edits, how=hows)
    def edit_progress(self, edit: str, how: str) -> None:
        lay(self.home.progress, edited(self.home.written, edit), how)

    @rule(place=places, name=st.sampled_from(COPIES), edit=edits, how=hows)
    def sync(self, place: str, name: str, edit: str, how: str) -> None:
        lay(self.home.folder / place / name, edited(self.home.written, edit), how)

    @rule(
        place=places, name=names_in_state, oddity=st.sampled_from(["gone", "a folder", "a link to nothing"])
    )
    def lose(self, place: str, name: str, oddity: str) -> None:
        self._lose(self.home.folder / place / name, oddity)

    @rule(to=st.sampled_from(["a", "b"]))
    def link(self, to: str) -> None:
        self.home.link(to)

    @rule(which=st.sampled_from(["bundled", "over it", "own"]), first=firsts, title=titles, how=hows)
    def edit_curriculum(self, which: str, first: str, title: str, how: str) -> None:
        id_, path = self.curricula[which]
        lay(path, curriculum_text(id_, first, title), how)

    @rule(
        which=st.sampled_from(["over it", "own"]),
        oddity=st.sampled_from(["gone", "wrong", "a link to nothing"]),
    )
    def lose_curriculum(self, which: str, oddity: str) -> None:
        _, path = self.curricula[which]
        self._lose(path, oddity)

    @rule(text=st.sampled_from(SETTINGS), how=hows)
    def edit_settings(self, text: bytes, how: str) -> None:
        lay(self.home.config, text, how)

    @rule(
        name=st.sampled_from(["LLMPATH_SPEED", "LLMPATH_CURRICULUM"]), value=st.sampled_from(["", "2", MINE])
    )
    def tell(self, name: str, value: str) -> None:
        self.home.environ[name] = value

    @rule(number=some, version=some, where=some, damage=st.sampled_from(sorted(DAMAGES)))
    def damage(self, number: int, version: int, where: int, damage: str) -> None:
        files = sorted(self.versions)
        if files:
            name = files[number % len(files)]
            old = self.versions[name]
            content = DAMAGES[damage](content_of(self.home.cache / name), old[version % len(old)], where)
            lay(self.home.cache / name, content, "renamed")

    @rule()
    def lose_the_cache(self) -> None:
        remove(self.home.cache)

    @rule(seconds=st.integers(1, 5))
    def pass_time(self, seconds: int) -> None:
        self.clock.time += timedelta(seconds=seconds)
        self.disk.pass_time(seconds)

    @rule()
    def tidy_up(self) -> None:
        self.home.tidy_up()
        _, over_it = self.curricula["over it"]
        remove(over_it)

    @rule()
    def nobody_looks(self) -> None:
        self.unseen = 2

    @invariant()
    def answers_as_without_a_cache(self) -> None:
        if self.unseen:
            self.unseen -= 1
            return
        self.home.look()
        for path in self.home.cache.glob("*"):
            self.versions.setdefault(path.name, []).append(path.read_bytes())

    def _wait_and_look(self) -> None:
        self.pass_time(3)
        self.home.look()

    def _lose(self, path: Path, oddity: str) -> None:
        lay(path, b"wrong =", "renamed")
        if oddity != "wrong":
            remove(path)
        if oddity == "a folder":
            path.mkdir()
        if oddity == "a link to nothing":
            path.symlink_to("nothing")


TestCacheMachine = CacheMachine.TestCase
TestCacheMachine.settings = settings(
    max_examples=max(1, STEPS // STEPS_OF_A_RUN),
    stateful_step_count=STEPS_OF_A_RUN,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def test_what_the_machine_asks_for_is_kept() -> None:
    machine = CacheMachine()
    machine.run("mark done one")
    machine.answers_as_without_a_cache()
    kept = {name.partition("-0")[0] for name in machine.versions}
    machine.teardown()
    assert {"names", "next-short", "progress"} < kept
