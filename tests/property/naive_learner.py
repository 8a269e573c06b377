"""A naive llmpath on one machine: written from the contract, slow and plain, to hold the program against.

Where the contract is silent it does as the program does: `doing` on a chapter says where one stopped; a
moment covers what is neither done nor skipped; chapters and videos that are partly skipped are finished by
both together; without chapters one goes on where one stopped if that second is left; a video of unknown
length is as long as its estimate or as the last second said of it; of a resource that stands twice the last
place tells whether it is done; what a container kept for a video is gone once the whole is marked elsewhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from naive_reading import Reading
from naive_registers import Name, Opening, Register, Registers, stamp_over
from naive_sentence import Sentence

from llmpath.domain.outline import Node, Outline

Side = dict[Name, Register | None]


@dataclass
class Command:
    """What one command wrote, register by register, and what stood there before (None for nothing)."""

    before: Side
    after: Side


@dataclass
class Learner:
    """One machine: its registers, and its commands for undo and redo, newest last."""

    device: str
    registers: Registers = field(default_factory=dict)
    done: list[Command] = field(default_factory=list)
    undone: list[Command] = field(default_factory=list)

    def reading(self, outline: Outline) -> Reading:
        return Reading(outline, self.registers)

    def mark(
        self, outline: Outline, things: Iterable[tuple[Node, int | None]], status: str, now: int
    ) -> list[Node]:
        """Say a status of things, maybe at a moment; return those that this changes. Raises `Refused`."""
        sentence = Sentence(outline, self.registers, self.device, now)
        changed: dict[Node, None] = {}
        for node, moment in things:
            before = dict(sentence.registers)
            sentence.mark(node, status, moment)
            changed |= {node: None} if sentence.registers != before else {}
        self._record(sentence.registers)
        return list(changed)

    def open(self, node: Node, now: int) -> None:
        """Open a thing: one that was `todo` is begun, by this alone."""
        name: Name = (str(node.key), "opened")
        at = stamp_over(self.registers, [name], now)
        self._record(self.registers | {name: Register(Opening(now), now, at, self.device)})

    def join(self, other: "Learner") -> None:
        """Take the greater stamp of each register."""
        for name, register in other.registers.items():
            own = self.registers.get(name)
            if own is None or own.stamp < register.stamp:
                self.registers[name] = register

    def undo(self, count: int, now: int) -> list[set[str]]:
        """Take back the newest commands that stand; return for each what keys it left alone."""
        left_alone = []
        for _ in range(min(count, len(self.done))):
            command = self.done.pop()
            command.before, left = self._restore(command.after, command.before, now)
            self.undone.append(command)
            left_alone.append(left)
        return left_alone

    def redo(self, now: int) -> list[set[str]]:
        """Bring back the command that was taken back last; return what keys it left alone."""
        if not self.undone:
            return []
        command = self.undone.pop()
        command.after, left = self._restore(command.before, command.after, now)
        self.done.append(command)
        return [left]

    def _record(self, registers: Registers) -> None:
        """Remember a command that wrote something; what was taken back before it is gone for good."""
        after = {name: now for name, now in registers.items() if now != self.registers.get(name)}
        if after:
            self.done.append(Command({name: self.registers.get(name) for name in after}, {**after}))
            self.undone.clear()
            self.registers = registers

    def _restore(self, written: Side, wanted: Side, now: int) -> tuple[Side, set[str]]:
        """Write what is wanted, with new stamps, where what was written still carries its stamp."""
        carried = [name for name, was in written.items() if was and self.registers[name].stamp == was.stamp]
        restored: Side = {}
        for _, group in groupby(sorted(carried, key=_together), key=_together):
            names = list(group)
            at = stamp_over(self.registers, names, now)
            for name in names:
                old = wanted.get(name)
                new = Register(old and old.value, old.said if old else 0, at, self.device)
                restored[name] = self.registers[name] = new
                self._follow(name, old, new)
        return restored, {key for key, _ in written.keys() - restored.keys()}

    def _follow(self, name: Name, old: Register | None, new: Register) -> None:
        """Note the new stamp of what other commands wrote, too, so that undo again goes further back."""
        for command in (*self.done, *self.undone):
            for side in (command.before, command.after):
                was = side.get(name)
                if old is not None and was is not None and was.stamp == old.stamp:
                    side[name] = new


def _together(name: Name) -> tuple[str, str]:
    """Return what is written with one stamp: a register, or the seconds of one timeline."""
    key, what = name
    return key, what if isinstance(what, str) else ""
