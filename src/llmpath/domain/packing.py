"""Packing: what fits into the time there is, in the order in which to learn it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from llmpath.domain.coverage import asked
from llmpath.domain.durations import MINUTE, clock
from llmpath.domain.outline import Node
from llmpath.domain.status import Standing, Standings
from llmpath.domain.timeline import OPEN, common, measure, without
from llmpath.domain.upcoming import Upcoming, unfinished_in, upcoming


class Piece(NamedTuple):
    """A chapter, or a leaf without chapters, and the `seconds` that are left of it.

    `of` says of which leaf it is and why that is next. `estimated` is whether the seconds are, and
    `moment` the second of a video to go on at, None for a link as it is.
    """

    node: Node
    of: Upcoming
    seconds: int
    estimated: bool
    moment: int | None

    @property
    def ref(self) -> str:
        """What `open` takes to go on with it."""
        return self.node.ref if self.moment is None else f"{self.of.node.ref}@{clock(self.moment)}"


class Packed(NamedTuple):
    """What fits, in order, and the seconds of time left over; where nothing fits, the `shortest` there is."""

    pieces: tuple[Piece, ...]
    left_over: int
    shortest: Piece | None


def pack(pieces: Iterable[Piece], seconds: int, speed: float = 1.0, most: int | None = None) -> Packed:
    """Return what of `pieces` fits into so many seconds of time, each one taken that fits, in order.

    At a `speed` the time holds as many times its seconds of material. `most` ends it after so many pieces.
    """
    room = seconds * speed
    taken: list[Piece] = []
    shortest = None
    for piece in pieces:
        if len(taken) == most:
            break
        if shortest is None or piece.seconds < shortest.seconds:
            shortest = piece
        if piece.seconds <= room:
            taken.append(piece)
            room -= piece.seconds
    return Packed(tuple(taken), int(room / speed), None if taken else shortest)


def pieces(standings: Standings, kind: str | None = None) -> Iterator[Piece]:
    """Yield all that is unfinished in pieces, each thing once, in the order of `upcoming`."""
    met: set[str | None] = set()
    for following in upcoming(standings, kind):
        for leaf in unfinished_in(following.node, standings):
            if leaf.key not in met:
                met.add(leaf.key)
                yield from pieces_of(leaf, following._replace(node=leaf), standings)


def pieces_of(leaf: Node, of: Upcoming, standings: Standings) -> Iterator[Piece]:
    """Yield the pieces of an unfinished leaf: from where the learner would go on, then those before.

    All but the first go on with the leaf, unless it waits for something.
    """
    resume = standings.resume(leaf)
    chapters = [(chapter, span) for chapter in leaf.chapters if (span := asked(chapter, leaf))]
    if not chapters:
        standing = standings.of(leaf)
        yield Piece(leaf, of, _left(standing), standing.estimated, resume)
        return
    before_chapters = (leaf, (leaf.start, chapters[0][1][0]))
    open_ = [(chapter, span) for chapter, span in chapters if not standings.of(chapter).finished]
    unseen = without(((leaf.start, OPEN),), standings.coverage(leaf).seconds.all)
    spans = [(node, span, common(unseen, (span,))) for node, span in (before_chapters, *open_)]
    spans.sort(key=lambda found: found[1][1] <= (resume or 0))
    for node, (start, end), rest in spans:
        if rest:
            moment = resume if resume is not None and start <= resume < end else rest[0][0]
            is_open = end == OPEN
            seconds = _left(standings.of(node)) if is_open else measure(rest)
            yield Piece(node, of, seconds, is_open, moment or None)
            of = of if of.waits_for else of._replace(reason="continues")


def _left(standing: Standing) -> int:
    """Return the seconds left of something unfinished: a minute where an estimate says that none are."""
    return standing.left or MINUTE
