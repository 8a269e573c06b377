"""The screen of `llmpath doctor`."""

from dataclasses import dataclass

from llmpath.views import drawn_only


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedView:
    """What one check found, and what mends it; nothing to mend is None."""

    name: str
    ok: bool
    detail: str
    fix: str | None
    mended: bool = drawn_only(False)  # noqa: FBT003


@dataclass(frozen=True, slots=True, kw_only=True)
class DoctorView:
    """Every check, in the order in which one would look."""

    checks: tuple[CheckedView, ...]
