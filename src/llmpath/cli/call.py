"""One call of llmpath: the options that every command takes, and the session it composes."""

import shlex
import sys
from collections.abc import Callable
from typing import Any, TypeVar

from llmpath.actions.open_link import Answer
from llmpath.actions.session import Clock, Session
from llmpath.cli.library import library_for
from llmpath.cli.screen import glyphs_for, is_terminal, paper_for
from llmpath.outside.browser import Browser
from llmpath.render.clean import one_line
from llmpath.render.json import to_json
from llmpath.render.paper import ASCII, Paper
from llmpath.store.places import find_places
from llmpath.store.progress_file import ProgressFile
from llmpath.store.settings import read_settings
from llmpath.views.opened import OpenView

WORDS_LIMIT = 200

V = TypeVar("V")


class Call:
    """What was asked for, and how the answer is to be given."""

    def __init__(self, argv: list[str], clock: Clock) -> None:
        self._argv = argv
        self._clock = clock
        self._curriculum: str | None = None
        self._json = False
        self._remarks: list[str] = []

    def with_options(self, curriculum: str | None, json: bool) -> "Call":
        """Take the options that stand before or after the verb; the later one counts."""
        self._curriculum = curriculum or self._curriculum
        self._json = self._json or json
        return self

    def session(self) -> Session:
        """Return the clock, places, settings, progress, library and browser that the command works with."""
        places = find_places()
        settings = read_settings(places.settings, {"curriculum": self._curriculum}, self._remarks.append)
        words = shlex.join(word for word in self._argv if word != "--json")
        return Session(
            clock=self._clock,
            places=places,
            settings=settings,
            progress=ProgressFile(places, self._remarks.append),
            library=library_for(settings, places, self._remarks.append),
            opener=Browser(is_terminal=is_terminal(sys.stdout)),
            words=words if len(words) <= WORDS_LIMIT else words[: WORDS_LIMIT - 3] + "...",
        )

    def show(self, view: V, draw: Callable[[V, Paper], None]) -> None:
        """Write a view to stdout, as JSON or as text."""
        self.say_remarks()
        if self._json:
            print(to_json(view, ascii_only=_is_ascii()))
        else:
            draw(view, paper_for(sys.stdout))

    def finish(self, answer: Answer, draw: Callable[[OpenView, Paper], None]) -> None:
        """Show what was opened; then say what went wrong, or raise it."""
        self.show(answer.view, draw)
        sys.stdout.flush()
        if answer.remark:
            self._remarks.append(answer.remark)
        if answer.problem:
            raise answer.problem

    def write(self, text: str) -> None:
        """Write a text to stdout as it is: a link, a schema."""
        print(text)

    def say_remarks(self) -> None:
        """Say on stderr what the user should know though the command goes on.

        Where progress then cannot be saved they are not said: a refusal is one line.
        """
        for text in self._remarks:
            print(f"llmpath: {one_line(text)}", file=sys.stderr)
        self._remarks.clear()


def call_of(ctx: Any) -> Call:
    """Return the call that a command belongs to."""
    call: Call = ctx.obj
    return call


def _is_ascii() -> bool:
    return glyphs_for(sys.stdout) is ASCII
