"""The screen of `llmpath doctor`."""

from typing import NamedTuple

from llmpath.views import in_json


@in_json(left_out={"mended"})
class CheckedView(NamedTuple):
    """What one check found, and what mends it; nothing to mend is None."""

    name: str
    ok: bool
    detail: str
    fix: str | None
    mended: bool = False


class DoctorView(NamedTuple):
    """Every check, in the order in which one would look."""

    checks: tuple[CheckedView, ...]
