"""Every refusal of llmpath: what happened, what to do, the exit code and a code for scripts.

Raised anywhere, caught once, in `llmpath.cli.main`. The exit codes are part of the contract with
scripts: 1 "could not do it", 2 "the command line is wrong".
"""

_QUOTED = 60


class LlmpathError(Exception):
    """A refusal that ends the command.

    `message` is one sentence without a full stop at its end: what happened. `hint` says what to do,
    or is empty. `exit_code` and `code` are what scripts read, and stay the same across releases.
    """

    exit_code = 1
    code = "failed"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def quoted(typed: str) -> str:
    """Return what was typed as a refusal quotes it, cut where it is long."""
    return typed if len(typed) <= _QUOTED else f"{typed[: _QUOTED - 1]}…"


class UnexpectedError(LlmpathError):
    """What nobody thought of: a fault of llmpath itself."""

    code = "unexpected"


class UsageError(LlmpathError):
    """The command line is wrong: a command, option, status, kind or date."""

    exit_code = 2
    code = "usage"


class BadLinkError(UsageError):
    """A link that is not http or https with a host, or that carries a user name or odd characters."""

    code = "bad_link"


class BadRefError(UsageError):
    """A ref that is empty, or spelled in a way that is not known yet."""

    code = "bad_ref"


class UnknownRefError(UsageError):
    """A ref that names nothing in the curriculum."""

    code = "unknown_ref"


class AmbiguousRefError(UsageError):
    """A prefix of more than one id."""

    code = "ambiguous_ref"


class UnknownNoteError(UsageError):
    """An id that no note has."""

    code = "unknown_note"


class NoCurriculumFileError(UsageError):
    """A curriculum named on the command line that is absent, unreadable or no curriculum."""

    code = "no_curriculum"


class CurriculumFaultsError(UsageError):
    """A curriculum file that breaks rules of the format; `llmpath curriculum check` lists them."""

    code = "bad_curriculum"


class LibraryError(LlmpathError):
    """Curricula cannot be read or saved, or the one in use that no one named is gone or has faults."""

    code = "library"


class CurriculumExistsError(LlmpathError):
    """A curriculum of that id is there already."""

    code = "curriculum_exists"


class BundledCurriculumError(LlmpathError):
    """The curriculum that comes with llmpath cannot be removed."""

    code = "bundled_curriculum"


class NotEditableError(LlmpathError):
    """A curriculum file is written in a way to which llmpath cannot add."""

    code = "not_editable"


class SettingsError(LlmpathError):
    """Settings cannot be saved."""

    code = "settings"


class StateError(LlmpathError):
    """Progress cannot be read or saved."""

    code = "state"


class NoPlaceError(StateError):
    """There is no usable folder for progress, settings or curricula: HOME is absent or relative."""

    code = "no_place"


class BusyError(StateError):
    """Another llmpath holds the lock for longer than anyone should wait."""

    code = "busy"


class UnconfirmedError(StateError):
    """Saved, but the disk did not confirm it: the fsync of the directory failed after the rename."""

    code = "unconfirmed"


class NotWellError(StateError):
    """Something that `llmpath doctor` looked at is not well."""

    code = "not_well"


class FinishedError(LlmpathError):
    """`doing` said of something that is finished, which its timeline goes on saying."""

    code = "finished"


class NothingLeftError(LlmpathError):
    """All of what was asked for is done or skipped, which is no failure."""

    exit_code = 0
    code = "nothing_left"


class NothingToOpenError(LlmpathError):
    """A thing without a link, in nothing that has one."""

    code = "no_link"


class OpenersFailedError(LlmpathError):
    """There are programs to open a link, and every one of them failed."""

    code = "open_failed"


class NothingNotedError(LlmpathError):
    """A note without text, or the editor was left by its way of giving up."""

    code = "nothing_noted"


class BadNoteError(LlmpathError):
    """A text that cannot be a note: too long, or not UTF-8."""

    code = "bad_note"


class EditorError(LlmpathError):
    """There is no editor to write with, or it cannot be started."""

    code = "editor"


class EditorKilledError(LlmpathError):
    """The editor was ended by a signal, maybe with something written that the user wants back."""

    code = "editor"
