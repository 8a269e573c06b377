"""One call of llmpath: the options that every command takes, and the session it composes."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from llmpath.actions.session import Clock, Session
from llmpath.cache import Cache
from llmpath.cli import streams
from llmpath.cli.library import library_for
from llmpath.cli.preparation import prepare
from llmpath.cli.screen import glyphs_for, is_terminal, paged, paper_for
from llmpath.render.clean import one_line
from llmpath.render.paper import ASCII, Paper
from llmpath.store.places import find_places
from llmpath.store.progress_file import ProgressFile
from llmpath.store.settings import read_settings

if TYPE_CHECKING:
    from llmpath.actions.open_link import Answer
    from llmpath.views.opened import OpenView

V = TypeVar("V")


class Call:
    """What was asked for, and how the answer is to be given."""

    def __init__(self, argv: list[str], clock: Clock) -> None:
        self._argv = argv
        self._clock = clock
        self._curriculum: str | None = None
        self._json = False
        self._spoken = False
        self._remarks: list[str] = []
        self._remarked = False
        self._session: Session | None = None

    def with_options(self, curriculum: str | None, json: bool) -> "Call":
        """Take the options that stand before or after the verb; the later one counts."""
        self._curriculum = curriculum or self._curriculum
        self._json = self._json or json
        return self

    def speak(self) -> None:
        """Answer in lines for a screen reader."""
        self._spoken = True

    def session(self) -> Session:
        """Return the clock, places, settings, progress and library that the command works with."""
        places = find_places()
        cache = Cache(str(places.cache) if places.cache else None)
        settings = read_settings(
            places.settings, {"curriculum": self._curriculum}, self._remarks.append, cache
        )
        self._session = Session(
            clock=self._clock,
            places=places,
            settings=settings,
            progress=ProgressFile(places, self._remarks.append, cache),
            library=library_for(settings, places, self._remarks.append, cache),
            argv=self._argv,
        )
        return self._session

    def show(self, view: V, draw: Callable[[V, Paper], None]) -> None:
        """Write a view to stdout, as JSON or as text."""
        self.say_remarks()
        with paged(sys.stdout) as out:
            if self._json:
                from llmpath.render.json import to_json

                indent = 2 if is_terminal(sys.stdout) else None
                print(to_json(view, ascii_only=_is_ascii(), indent=indent), file=out)
            else:
                draw(view, paper_for(sys.stdout, spoken=self._spoken, out=out))

    def finish(self, answer: "Answer", draw: "Callable[[OpenView, Paper], None]") -> None:
        """Show what was opened; then say what went wrong, or raise it."""
        self.show(answer.view, draw)
        sys.stdout.flush()
        if answer.remark:
            self._remarks.append(answer.remark)
        if answer.problem:
            raise answer.problem

    def prepare(self) -> None:
        """Keep what prompts and Tab will ask for, once the answer is out.

        What is not as it should be was said, or will be by a command that has to do with it.
        """
        session = self._session
        if session is None or self._curriculum is not None or self._remarked:
            return
        if session.library.is_outdated:
            session = self.session()
            session.library.outline()
            session.progress.read()
        if not self._remarks:
            prepare(session)

    def write(self, text: str) -> None:
        """Write a text to stdout as it is: a schema, a help page."""
        with paged(sys.stdout) as out:
            print(text, file=out)

    def say_remarks(self) -> None:
        """Say on stderr what the user should know though the command goes on.

        Where progress then cannot be saved they are not said: a refusal is one line.
        """
        self._remarked = self._remarked or bool(self._remarks)
        for text in self._remarks:
            streams.say(f"llmpath: {one_line(text)}")
        self._remarks.clear()


def call_of(ctx: Any) -> Call:
    """Return the call that a command belongs to."""
    call: Call = ctx.obj
    return call


def _is_ascii() -> bool:
    return glyphs_for(sys.stdout) is ASCII
