"""The program on one machine, put together as the progress file does it, and the naive one beside it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from naive_learner import Learner
from naive_refs import named
from naive_sentence import Refused

from llmpath.actions.learning_path import LearningPath
from llmpath.domain import undo as undoing
from llmpath.domain.joining import apply, join
from llmpath.domain.marker import Statement
from llmpath.domain.marking import mark, opening
from llmpath.domain.occasion import Occasion
from llmpath.domain.outline import Node, Outline
from llmpath.domain.records import Progress, Status
from llmpath.domain.refs import Refs
from llmpath.domain.undo import Command, Decision, Reversals, remember, settled
from llmpath.domain.upcoming import next_in
from llmpath.errors import FinishedError

DAY = date(2026, 11, 24)


class Machine:
    """One machine twice. Each command runs in both, and what they answer to it must be the same."""

    def __init__(self, device: str, outline: Outline) -> None:
        self.device = device
        self.outline = outline
        self.naive = Learner(device)
        self.progress = Progress()
        self._commands: tuple[Command, ...] = ()

    @property
    def _path(self) -> LearningPath:
        return LearningPath(self.outline, self.progress, self.device, speed=1.0)

    def mark(self, status: Status, refs: Sequence[str], now: int) -> None:
        refs_of = Refs(self.outline, self.progress, lambda: None, lambda _: None)
        targets = [target for ref in refs for target in refs_of.spread(ref)]
        things = [thing for ref in refs for thing in named(self.outline, ref)]
        assert [(target.node, target.moment) for target in targets] == things
        said, occasion = Statement(status=status), Occasion(now, DAY, self.device)
        changed: list[Node] | None
        try:
            changed = self.naive.mark(self.outline, things, status, now)
        except Refused:
            changed = None
        try:
            change = mark(self._path.standings, targets, said, occasion)
        except FinishedError:
            assert changed is None, "refused"
            return
        assert changed is not None, "not refused"
        assert _numbers(change.changed) == _numbers(changed)
        self._record(f"mark {status}", change, occasion)

    def open(self, number: str, now: int) -> None:
        """Open a leaf or chapter; of a container its next leaf, or itself where it is finished."""
        node, occasion = self.outline.by_number[number], Occasion(now, DAY, self.device)
        if not (node.is_leaf or node.is_chapter):
            node = next_in(node, self._path.standings) or node
        if node.key is not None:
            self.naive.open(node, now)
            self._record("open", opening(self._path.standings, [node], occasion), occasion)

    def undo(self, count: int, now: int) -> None:
        occasion = Occasion(now, DAY, self.device)
        reversals = undoing.undo(self._settled(), self.progress, occasion, count)
        self._reverse(reversals, self.naive.undo(count, now))

    def redo(self, now: int) -> None:
        occasion = Occasion(now, DAY, self.device)
        self._reverse(undoing.redo(self._settled(), self.progress, occasion), self.naive.redo(now))

    def join(self, other: "Machine") -> None:
        self.progress = join(self.progress, other.progress)
        self.naive.join(other.naive)

    def _record(self, words: str, decision: Decision, occasion: Occasion) -> None:
        if decision.delta.items or decision.delta.days:
            standing = [command for command in self._settled() if command.state != "undone"]
            self._commands = (*standing, remember(words, self.progress, decision, occasion))
            self.progress = apply(self.progress, decision.delta)

    def _settled(self) -> tuple[Command, ...]:
        return settled(self._commands, self.progress)

    def _reverse(self, reversals: Reversals, left_alone: list[set[str]]) -> None:
        assert [set(reversal.left_alone) for reversal in reversals.reversed] == left_alone
        self._commands = reversals.commands
        self.progress = apply(self.progress, reversals.delta)

    def differences(self) -> dict[str, tuple[Any, Any]]:
        """Return by number what the program and the naive one say of a node, where that is not the same."""
        program, naive = self._said(), self._said_naively()
        return {number: (said, naive[number]) for number, said in program.items() if said != naive[number]}

    def _said(self) -> dict[str, tuple[Any, ...]]:
        """Return status, seconds, seconds done and skipped, and where to go on, of each node and in total."""
        path = self._path
        rows: dict[str, tuple[Any, ...]] = {}
        for node in self.outline.walk():
            of = path.standings.of(node)
            if node.is_leaf:
                rows[node.number] = (*of[:4], path.standings.resume(node))
            elif node.is_chapter:
                rows[node.number] = of[:4]
            else:
                rows[node.number] = (*of[:4], _number(next_in(node, path.standings)))
        totals = path.totals()
        rows["total"] = (totals.resources, totals.done, totals.skipped)
        rows["seconds"] = (totals.seconds, totals.seconds_done, totals.seconds_left)
        return rows

    def _said_naively(self) -> dict[str, tuple[Any, ...]]:
        reading = self.naive.reading(self.outline)
        rows: dict[str, tuple[Any, ...]] = {}
        for node in self.outline.walk():
            figures = reading.of(node)
            if node.is_leaf:
                rows[node.number] = (*figures, reading.resume(node))
            elif node.is_chapter:
                rows[node.number] = figures
            else:
                rows[node.number] = (*figures, _number(reading.next_leaf(node)))
        rows["total"] = reading.resources()
        _, seconds, done, skipped = reading.together(self.outline.sections)
        rows["seconds"] = (seconds, done, seconds - done - skipped)
        return rows


def _numbers(nodes: Iterable[Node]) -> list[str]:
    return [node.number for node in nodes]


def _number(node: Node | None) -> str | None:
    return node.number if node else None
