"""Text from curricula, notes and progress files is data: nothing in it may steer a terminal."""

import re

_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f"
_BIDI = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_SEPARATORS = r"\u2028\u2029"
_LONE = r"\ud800-\udfff"
_UNSAFE = re.compile(f"[{_CONTROLS}{_BIDI}{_SEPARATORS}{_LONE}]")


def clean(text: str) -> str:
    """Return text without what a terminal would obey: C0, DEL, C1, bidi controls; newline and tab stay."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str) -> str:
    """Return clean text on one line, white space folded."""
    return " ".join(clean(text).split())


def escaped(json_text: str) -> str:
    """Return JSON in which such characters are escapes, so that the data stays as it is."""
    if json_text.isprintable():
        return json_text
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", json_text)
