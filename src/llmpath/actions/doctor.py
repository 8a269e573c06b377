"""`llmpath doctor`: whether all is well, and mending what is not."""

import os
import platform
from collections.abc import Mapping
from pathlib import Path

from llmpath import __version__
from llmpath.actions.session import Session
from llmpath.errors import LlmpathError, NotWellError, StateError
from llmpath.store.doctor import Check, examine
from llmpath.store.mending import mend
from llmpath.views.doctor import CheckedView, DoctorView

_PACKAGES = ("typer", "rich", "pydantic", "platformdirs", "tomli-w")


def doctor(session: Session, *, fix: bool) -> tuple[DoctorView, StateError | None]:
    """Return what every check found, after mending with `fix`; and what is still not well, if anything."""
    now, state = session.now(), session.places.state
    done: Mapping[str, str] = {}
    problem = None
    if fix and state and os.path.isdir(state):
        try:
            done = mend(state, now)
        except StateError as error:
            problem = error
    checks = (_versions(), *examine(state, now), _curriculum(session))
    view = DoctorView(checks=tuple(_checked(check, done.get(check.name)) for check in checks))
    return view, problem or _not_well(view, is_fixed=fix)


def _not_well(view: DoctorView, *, is_fixed: bool) -> StateError | None:
    bad = [check.name for check in view.checks if not check.ok]
    if not bad:
        return None
    hint = "do what is said there" if is_fixed else "mend what can be mended: llmpath doctor --fix"
    return NotWellError(f"not well: {', '.join(bad)}", hint)


def _checked(check: Check, done: str | None) -> CheckedView:
    is_mended = check.ok and done is not None
    return CheckedView(
        name=check.name,
        ok=check.ok,
        detail=_masked(done if is_mended and done else check.detail),
        fix=_masked(check.fix) if check.fix else None,
        mended=is_mended,
    )


def _versions() -> Check:
    from importlib.metadata import version

    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    python = f"Python {platform.python_version()} on {platform.system()}"
    return Check("versions", detail=f"llmpath {__version__}, {python}; {packages}")


def _curriculum(session: Session) -> Check:
    try:
        outline = session.library.outline()
    except LlmpathError as error:
        return Check("curriculum", ok=False, detail=error.message, fix=error.hint)
    return Check("curriculum", detail=f"{outline.curriculum.id}, {len(outline.resources)} resources")


def _masked(text: str) -> str:
    """Return a text that can be shown to anyone: the home folder's name is often a person's."""
    home = os.environ.get("HOME", "")
    names = {home, os.path.realpath(home)} if len(Path(home).parts) > 1 else ()
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "~")
    return text
