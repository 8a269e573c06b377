"""Undo and redo: taking a command back by writing what was there before, with new stamps.

An undo is a change like any other, so it holds after a join, and what was changed later, here or on
another machine, is left alone. Of a timeline every second is looked at by itself.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple, Protocol

from llmpath.domain.joining import apply, join, known_of
from llmpath.domain.occasion import Occasion
from llmpath.domain.records import Progress, Record
from llmpath.domain.restoring import followed, inside, landed, reverse
from llmpath.domain.timeline import joined

State = Literal["done", "undone", "redone"]


class Command(NamedTuple):
    """A command that wrote: its words, when, and the registers it touched, before and after.

    Whichever of `before` and `after` was written last (see `state`) carries the stamps it was
    written with.
    """

    words: str
    at: int
    on: date
    before: Progress
    after: Progress
    state: State = "done"

    @property
    def written(self) -> Progress:
        """The registers that were written last."""
        return self.before if self.state == "undone" else self.after


class Reversal(NamedTuple):
    """What taking a command back, or bringing it back, writes; and the keys it has to leave alone."""

    command: Command
    delta: Progress
    left_alone: tuple[str, ...]


class Reversals(NamedTuple):
    """All remembered commands after some were taken or brought back, and what that writes."""

    commands: tuple[Command, ...]
    delta: Progress
    reversed: tuple[Reversal, ...]


class Decision(Protocol):
    """What a command comes to: the registers to write, none for nothing to do.

    `former` has the other keys under which the same things are known.
    """

    @property
    def delta(self) -> Progress:
        """The registers to write."""

    @property
    def former(self) -> Mapping[str, tuple[str, ...]]:
        """The former keys of each key in `delta` that has some."""


def remember(words: str, progress: Progress, decision: Decision, occasion: Occasion) -> Command:
    """Return the command that turns `progress` into `progress` joined with what was decided."""
    items = {}
    for key, changed in decision.delta.items.items():
        record = known_of(progress, (key, *decision.former.get(key, ())))
        area = joined(span for entry in changed.seen for span in entry.spans)
        items[key] = Record(
            title=record.title,
            mark=record.mark if changed.mark else None,
            opened=record.opened if changed.opened else None,
            position=record.position if changed.position else None,
            seen=inside(record.seen, area),
            notes={name: record.notes[name] for name in changed.notes if name in record.notes},
        )
    days = {day: progress.days[day] for day in decision.delta.days if day in progress.days}
    before = Progress(items=items, days=days)
    return Command(words=words, at=occasion.now, on=occasion.today, before=before, after=decision.delta)


def settled(commands: Sequence[Command], progress: Progress) -> tuple[Command, ...]:
    """Return the commands as they really happened.

    The undo file is written before the progress, so its newest entry may tell of a write that never
    landed there: that command did not happen, or is as it was before its last undo or redo.
    """
    result = []
    for command in commands:
        if landed(command.written, progress):
            result.append(command)
        elif command.state != "done":
            earlier: State = "redone" if command.state == "undone" else "undone"
            result.append(command._replace(state=earlier))
    return tuple(result)


def undo(commands: Sequence[Command], progress: Progress, occasion: Occasion, count: int) -> Reversals:
    """Take back the newest `count` commands that are not taken back yet, fewer where there are fewer."""
    positions = [position for position, command in enumerate(commands) if command.state != "undone"]
    return _reversals(commands, positions[::-1][:count], progress, occasion)


def redo(commands: Sequence[Command], progress: Progress, occasion: Occasion) -> Reversals:
    """Bring back the command that was taken back last; nothing after a new command."""
    position = len(commands)
    while position and commands[position - 1].state == "undone":
        position -= 1
    return _reversals(commands, [position] if position < len(commands) else [], progress, occasion)


def _reversals(
    commands: Sequence[Command], positions: Sequence[int], progress: Progress, occasion: Occasion
) -> Reversals:
    remembered, delta, reversed_ = list(commands), Progress(), []
    for position in positions:
        command = remembered[position]
        reversal = _reversal(command, apply(progress, delta), occasion)
        wanted = command.after if command.state == "undone" else command.before
        remembered = [_followed(other, wanted, reversal.delta) for other in remembered]
        remembered[position] = reversal.command
        delta = join(delta, reversal.delta)
        reversed_.append(reversal)
    return Reversals(tuple(remembered), delta, tuple(reversed_))


def _followed(command: Command, old: Progress, new: Progress) -> Command:
    """Return another command with the new stamps of what was just restored and which it wrote, too."""
    before, after = (followed(side, old, new) for side in (command.before, command.after))
    return command._replace(before=before, after=after)


def _reversal(command: Command, progress: Progress, occasion: Occasion) -> Reversal:
    if command.state == "undone":
        delta, left_alone = reverse(command.before, command.after, progress, occasion)
        return Reversal(command._replace(state="redone", after=delta), delta, left_alone)
    delta, left_alone = reverse(command.after, command.before, progress, occasion)
    return Reversal(command._replace(state="undone", before=delta), delta, left_alone)
