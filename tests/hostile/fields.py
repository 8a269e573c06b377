"""The fields of a curriculum: which are taken whatever they say, which are shown, how a fault names them."""

from hostile.documents import CURRICULUM, Place, leaves
from hostile.sequences import MARKUP, SEQUENCES, SOFT

TITLES = "".join([*SOFT, *MARKUP])
TEXTS = "".join([*SEQUENCES, *MARKUP])
TAKEN = {"title": TITLES, "author": TITLES, "note": TEXTS, "version": TEXTS, "source": TEXTS, "was": TEXTS}
"""The most that a field is taken with; all other fields are refused with any of it."""
NEVER_SHOWN = {"source", "was"}
CUT = {"url"}
"""The fields of which a refusal shows no more than the beginning."""


def name_of(place: Place) -> str:
    """Return the name of the field that a place is, or is in."""
    return next(name for name in reversed(place) if isinstance(name, str))


def marker(place: Place) -> str:
    """Return a word by which a field is found in an answer; it may stand in a link."""
    return f"~{'.'.join(map(str, place))}~"


def path(place: Place) -> str:
    """Return a place as a finding names it."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place).removeprefix(".")


TEXT_FIELDS = [place for place in leaves(CURRICULUM) if name_of(place) in TAKEN]
REFUSED_FIELDS = [place for place in leaves(CURRICULUM) if name_of(place) not in TAKEN]
