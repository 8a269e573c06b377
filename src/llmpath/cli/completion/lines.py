"""Sorted lines, and those of them that begin with something: one slice of the bytes.

There may be as many as a curriculum has chapters, so none is looked at but some 20 on the way to the place.
"""

_ABOVE_UTF_8 = b"\xff"


def beginning_with(beginning: bytes, lines: bytes) -> bytes:
    """Return the lines with that beginning. `lines` are sorted as bytes, each with its newline."""
    return lines[_place(beginning, lines) : _place(beginning + _ABOVE_UTF_8, lines)]


def from_on(beginning: bytes, lines: bytes) -> bytes:
    """Return the lines that are not before `beginning`."""
    return lines[_place(beginning, lines) :]


def without(mark: bytes, lines: bytes) -> bytes:
    """Return lines that all begin with `mark` without it."""
    return (b"\n" + lines).replace(b"\n" + mark, b"\n")[1:] if mark else lines


def _place(wanted: bytes, lines: bytes) -> int:
    """Return where the first line begins that is not before `wanted`."""
    low, high = 0, len(lines)
    while low < high:
        begin = max(low, lines.rfind(b"\n", low, (low + high) // 2) + 1)
        end = lines.find(b"\n", begin) + 1
        if lines[begin:end] < wanted:
            low = end
        else:
            high = begin
    return low
