"""The screen of `llmpath config`."""

from dataclasses import dataclass

from llmpath.views import drawn_only


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingView:
    """A setting with the value in force, and whether a flag, the environment, the file or nothing says it."""

    name: str
    value: str | float
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsView:
    """Settings; one that was asked for by name is shown as its value alone."""

    settings: tuple[SettingView, ...]
    is_one: bool = drawn_only(default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingChangeView:
    """A setting after it was saved or unset. `kept` is now what holds for every call, `before` was.

    `was_saved` is whether it stood in the file before. Where this call has another value in force, a
    flag or the environment says it.
    """

    settings: tuple[SettingView, ...]
    kept: SettingView = drawn_only()
    before: SettingView = drawn_only()
