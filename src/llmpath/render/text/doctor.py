"""`llmpath doctor` as text."""

from llmpath.render.paper import Fragment, Paper
from llmpath.views.doctor import CheckedView, DoctorView

_STATE, _NAME = 8, 17


def draw(view: DoctorView, paper: Paper) -> None:
    """Draw a line a check, what mends it below, and in the last line that all is well if it is."""
    for check in view.checks:
        _draw(check, paper)
    mended = sum(check.mended for check in view.checks)
    if all(check.ok for check in view.checks):
        paper.line(Fragment(f"All is well; {mended} mended." if mended else "All is well.", "done"))


def _draw(check: CheckedView, paper: Paper) -> None:
    state = "mended" if check.mended else "ok" if check.ok else "not ok"
    name = Fragment(f"{check.name:<{_NAME}}", "number")
    paper.hanging((Fragment(f"{state:<{_STATE}}", "done" if check.ok else "warning"), name), check.detail)
    if check.fix:
        fix = f"{check.fix[:1].upper()}{check.fix[1:]}" if not check.fix.startswith("llmpath") else check.fix
        paper.hanging((Fragment(" " * (_STATE + _NAME)),), fix)
