"""Lengths and positions: whole seconds inside, `h:mm:ss` in files and on the command line."""

import re

MINUTE = 60
DAY = 24 * 60 * MINUTE
_CLOCK = r"(?a)0*(?:(\d{1,6}):)?(\d{1,2}):(\d{2})"
_UNITS = r"(?ai)(?=\d)(?:(\d{1,9})h)?(?:(\d{1,9})m)?(?:(\d{1,9})s?)?"
SECONDS_LIMIT = 100 * 24 * 3600
"""No length or position is longer than this (100 days): it keeps sums small and mistakes visible."""


def parse_clock(text: str) -> int | None:
    """Return the seconds of `h:mm:ss`, `m:ss` or plain seconds, or None if it is none of them."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return _within_limit(int(text.lstrip("0")[:12] or "0"))
    match = re.fullmatch(_CLOCK, text)
    if match is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    if seconds >= MINUTE or (match[1] is not None and minutes >= MINUTE):
        return None
    return _within_limit((hours * MINUTE + minutes) * MINUTE + seconds)


def parse_moment(text: str) -> int | None:
    """Return the seconds of `12:30`, `1:08:20`, `90`, `90s` or `1h8m20s`, or None if it is none of them."""
    at = parse_clock(text)
    match = re.fullmatch(_UNITS, text) if at is None else None
    if match is None:
        return at
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return _within_limit((hours * MINUTE + minutes) * MINUTE + seconds)


def parse_length(text: str) -> int | None:
    """Return the seconds of a length as people say it: `1h30m`, `25m`, `90s`, or plain minutes.

    None if it is none of them.
    """
    text = "".join(text.split())
    if text.isascii() and text.isdigit():
        text += "m"
    match = re.fullmatch(_UNITS, text)
    if match is None or text[-1].isdigit():
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return (hours * MINUTE + minutes) * MINUTE + seconds


def seconds_of(value: object) -> int | None:
    """Return the seconds that a TOML value says, as a whole number or as text, or None."""
    if isinstance(value, str):
        return parse_clock(value)
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return _within_limit(value)
    return None


def clock(seconds: int) -> str:
    """Return seconds as people read a player's display: `8:08`, `2:25:52`."""
    minutes, second = divmod(seconds, MINUTE)
    hours, minute = divmod(minutes, MINUTE)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def in_words(seconds: int, *, estimated: bool = False) -> str:
    """Return a length as people say it: `1 h 40 m`, `19 m` or `45 s`; `~` before an estimate."""
    minutes = (seconds + MINUTE // 2) // MINUTE
    if seconds < MINUTE:
        text = f"{seconds} s"
    elif minutes < MINUTE:
        text = f"{minutes} m"
    else:
        hours, rest = divmod(minutes, MINUTE)
        text = f"{hours} h" + (f" {rest} m" if rest else "")
    return f"~{text}" if estimated else text


def _within_limit(seconds: int) -> int | None:
    return seconds if seconds <= SECONDS_LIMIT else None
