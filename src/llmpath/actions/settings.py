"""`llmpath config`: what is set for every call."""

from difflib import get_close_matches

from llmpath.actions.session import Session
from llmpath.domain.settings import SETTINGS, InForce, Setting, Settings, Value
from llmpath.errors import UsageError
from llmpath.store.settings_file import save_setting
from llmpath.views.settings import SettingChangeView, SettingsView, SettingView


def settings(session: Session, name: str | None) -> SettingsView:
    """Return every setting, or the one of a name, with the value in force and what it comes from."""
    names = [_called(name).name] if name is not None else list(SETTINGS)
    views = tuple(_view(other, session.settings.of(other)) for other in names)
    return SettingsView(settings=views, is_one=name is not None)


def set_value(session: Session, name: str, text: str) -> SettingChangeView:
    """Save a setting; raises `UsageError` for a value that is not right, or names no curriculum."""
    setting = _called(name)
    value = setting.saved(text)
    if value is None:
        raise UsageError(f'"{text}" is not a {setting.name}', f"it is {setting.right}")
    if setting.name == "curriculum":
        session.library.called(text).outline()
    return keep(session, setting.name, value)


def unset(session: Session, name: str) -> SettingChangeView:
    """Take a setting out of the file, so that its default holds again."""
    return keep(session, _called(name).name, None)


def keep(session: Session, name: str, value: Value | None) -> SettingChangeView:
    """Save a right value, or with None take it out of the file; what is so already is not written."""
    before, after = session.settings, session.settings.with_saved(name, value)
    if value is None or before.kept(name) != after.kept(name):
        save_setting(session.places.settings, name, value)
        session.library.forget()
    return _changed(name, before, after)


def _changed(name: str, before: Settings, after: Settings) -> SettingChangeView:
    return SettingChangeView(
        settings=(_view(name, after.of(name)),),
        kept=_view(name, after.kept(name)),
        before=_view(name, before.kept(name)),
    )


def _view(name: str, found: InForce) -> SettingView:
    return SettingView(name=name, value=found.value, source=found.source)


def _called(name: str) -> Setting:
    if name not in SETTINGS:
        near = get_close_matches(name, SETTINGS, n=1)
        hint = f"Closest: {near[0]}" if near else f"settings: {', '.join(SETTINGS)}"
        raise UsageError(f'no setting is called "{name}"', hint)
    return SETTINGS[name]
