"""`llmpath config` as text."""

from llmpath.domain.settings import SETTINGS
from llmpath.render.paper import Fragment, Paper
from llmpath.views.settings import SettingChangeView, SettingsView


def draw(view: SettingsView, paper: Paper) -> None:
    """Draw every setting with its value and what it comes from; of one its value alone, to be taken on."""
    if view.is_one:
        for setting in view.settings:
            paper.line(str(setting.value))
        return
    rows = [
        [Fragment(s.name, "number"), Fragment(str(s.value)), Fragment(s.source, "dim")] for s in view.settings
    ]
    paper.table(rows, ["left", "grow", "left"])


def draw_change(view: SettingChangeView, paper: Paper) -> None:
    """Draw in one line what holds now, what held before, and how to take it back."""
    now, before = view.kept, view.before
    default = " by default" if now.source == "default" else ""
    if now == before:
        paper.line(f"unchanged: {now.name} is {now.value}{default}")
        return
    back = before.name if before.source == "default" else f"{before.name} {before.value}"
    unset = "--unset " if before.source == "default" else ""
    after = f"; llmpath config {unset}{back} takes it back"
    was = f", was {before.value}" if before.value != now.value else ""
    paper.line(f"{now.name}: {now.value}{default}{was}{_over(view)}", Fragment(after, "dim"))


def _over(view: SettingChangeView) -> str:
    """Return what says another value for now."""
    over = next((s for s in view.settings if s.source in {"flag", "environment"}), None)
    if over is None:
        return ""
    said = "-c" if over.source == "flag" else SETTINGS[over.name].variable
    return f", but here {said} says {over.value}"
