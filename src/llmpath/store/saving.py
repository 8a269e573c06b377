"""What the system refuses while something is saved, as one line that says what became of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from llmpath.errors import LlmpathError, UnconfirmedError


@contextmanager
def explained(what: str, refusal: Callable[[str, str], LlmpathError]) -> Iterator[None]:
    """Raise a `refusal` for what the system refuses before anything was changed.

    Of a rename the target is told: the other name is that of a temporary file.
    """
    try:
        yield
    except OSError as error:
        place = error.filename2 or error.filename
        where = f": {place}" if place else ""
        message = f"cannot save {what}: {error.strerror or error}{where}"
        raise refusal(message, "nothing was changed; mend it and run the command again") from error


@contextmanager
def saved_all_the_same() -> Iterator[None]:
    """Say of a failure after the rename that the change stands, though the disk did not confirm it."""
    try:
        yield
    except OSError as error:
        message = f"saved, but the disk did not confirm it: {error.strerror or error}"
        raise UnconfirmedError(message, "check the disk") from error
