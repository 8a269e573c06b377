"""`llmpath open`: opens things where the learner stopped, and records that first."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from llmpath.actions.learning_path import LearningPath, open_path
from llmpath.actions.openings import Openings, openings
from llmpath.actions.session import Session
from llmpath.domain.marking import Opening, opening
from llmpath.domain.occasion import Occasion
from llmpath.domain.outline import Node
from llmpath.domain.records import Progress
from llmpath.errors import LlmpathError, OpenersFailedError, StateError, UnconfirmedError
from llmpath.outside.browser import Outcome
from llmpath.views.opened import LinkView, OpenView


class Opener(Protocol):
    """Opens a link."""

    def open(self, url: str) -> Outcome:
        """Hand the link to a program that shows it."""


class Board(Protocol):
    """A clipboard."""

    def send(self, text: str) -> bool:
        """Hand it a text, and return whether there was anything to hand it to."""


class Answer(NamedTuple):
    """What was opened; a remark that is no failure, and a problem that is one."""

    view: OpenView
    remark: str = ""
    problem: LlmpathError | None = None


def links(session: Session, refs: Sequence[str], seconds: int | None, *, from_start: bool) -> Answer:
    """Return the links that `open_links` would open; nothing is recorded or opened."""
    return _unopened(openings(open_path(session), refs, seconds, from_start=from_start))


def send_links(
    session: Session, refs: Sequence[str], seconds: int | None, board: Board, *, from_start: bool
) -> Answer:
    """Send these links to a clipboard; where there is none, say so."""
    answer = links(session, refs, seconds, from_start=from_start)
    if not answer.view.links:
        return answer
    if board.send("\n".join(link.url for link in answer.view.links)):
        return answer._replace(view=answer.view._replace(sent=True))
    none = "there is no terminal to send it to, it is printed instead"
    return answer._replace(remark=_together(none, answer.remark))


def open_links(
    session: Session, refs: Sequence[str], seconds: int | None, opener: Opener, *, from_start: bool
) -> Answer:
    """Record that things are opened, then open them: with `seconds` the first piece that fits into them.

    Where progress cannot be saved they are opened all the same, and that is told. Raises what
    `openings` raises, before anything is recorded or opened.
    """
    path = open_path(session)
    found = openings(path, refs, seconds, from_start=from_start)
    if not found.links:
        return _unopened(found)
    trouble = _record(session, path, found.nodes)
    outcomes = {opener.open(link.url) for link in found.links}
    answer = _answer(found.links, outcomes, trouble)
    return answer._replace(remark=_together(found.remark, answer.remark))


def _unopened(found: Openings) -> Answer:
    """Return links that were not handed to programs."""
    view = OpenView(links=found.links, recorded=False, opened=False)
    return Answer(view, remark=_together(found.remark, _lookup(found.links)))


def _record(session: Session, path: LearningPath, nodes: Sequence[Node]) -> StateError | None:
    """Record that things are opened; return what kept that from being saved or confirmed."""

    def decide(progress: Progress, occasion: Occasion) -> Opening:
        return opening(path.under(progress, occasion.device).standings, nodes, occasion)

    try:
        session.progress.writer().record(session.words, session.now(), decide)
    except StateError as error:
        return error
    return None


def _answer(found: tuple[LinkView, ...], outcomes: set[Outcome], trouble: StateError | None) -> Answer:
    """Return what is to be said once links were handed to programs."""
    is_recorded = trouble is None or isinstance(trouble, UnconfirmedError)
    view = OpenView(links=found, recorded=is_recorded, opened=outcomes == {Outcome.OPENED})
    if trouble:
        said = trouble.message if is_recorded else f"not recorded: {trouble.message}"
        return Answer(view, problem=type(trouble)(said, trouble.hint))
    if Outcome.FAILED in outcomes:
        message = f"no program would open the link of {_named(found)}, it is printed instead"
        hint = "set BROWSER to one that works; llmpath undo takes the opening back"
        return Answer(view, problem=OpenersFailedError(message, hint))
    if Outcome.NO_OPENER in outcomes:
        remark = f"recorded {_named(found)}, but there is no browser here: open the link yourself"
        return Answer(view, remark=_together(remark, _lookup(found), "llmpath undo takes it back"))
    return Answer(view)


def _together(*remarks: str) -> str:
    return "; ".join(remark for remark in remarks if remark)


def _named(found: Sequence[LinkView]) -> str:
    """Return what the things are called whose links were opened."""
    names = (f"{link.number} {link.id}" if link.number else link.title for link in found)
    return ", ".join(dict.fromkeys(names))


def _lookup(found: Sequence[LinkView]) -> str:
    """Return which parts are to be looked for in the links of their containers."""
    return ", ".join(f"look there for {link.number} {link.part}" for link in found if link.part)
