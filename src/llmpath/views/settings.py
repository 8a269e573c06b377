"""The screen of `llmpath config`."""

from typing import NamedTuple

from llmpath.views import in_json


class SettingView(NamedTuple):
    """A setting with the value in force, and whether a flag, the environment, the file or nothing says it."""

    name: str
    value: str | float
    source: str


@in_json(left_out={"is_one"})
class SettingsView(NamedTuple):
    """Settings; one that was asked for by name is shown as its value alone."""

    settings: tuple[SettingView, ...]
    is_one: bool = False


@in_json(left_out={"kept", "before"})
class SettingChangeView(NamedTuple):
    """A setting after it was saved or unset. `kept` is now what holds for every call, `before` was.

    Where this call has another value in force, a flag or the environment says it.
    """

    settings: tuple[SettingView, ...]
    kept: SettingView
    before: SettingView
