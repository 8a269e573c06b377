"""What is wrong with a curriculum file, and where."""

import re
from typing import NamedTuple


class Finding(NamedTuple):
    """One broken rule: the place in the file, what is wrong, what would be right."""

    path: str
    line: int | None
    message: str
    hint: str


_HEADER = re.compile(r"\s*(\[\[?)([\w.\"'\s-]+)\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([\w-]+)\s*=\s*(.*)")
_TEXT_OR_COMMENT = re.compile(r'"""|\'\'\'|"(?:\\.|[^"\\])*"|\'[^\']*\'|#.*')
_CLOSE = {'"""': re.compile(r'(?:\\.|[^\\])*?"""'), "'''": re.compile(r".*?'''")}


class Lines:
    """The lines on which tables and keys of a TOML text stand, as far as people write them.

    tomllib tells no positions. This follows headers, `key = value` lines and arrays with one inline
    table a line; what is deeper is found at the line of what it stands in.
    """

    def __init__(self, text: str) -> None:
        self._lines: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._table = ""
        self._array: str | None = None
        fence: str | None = None
        for number, line in enumerate(text.split("\n"), 1):
            if fence is None:
                self._read(number, line)
            fence = _fence_after(line, fence)

    def of(self, path: str) -> int | None:
        """Return the line of `sections[0].resources[2].title`, or of the nearest table around it."""
        while path:
            if path in self._lines:
                return self._lines[path]
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return None

    def _read(self, number: int, line: str) -> None:
        header, key = _HEADER.match(line), _KEY.match(line)
        if self._array is not None:
            if line.lstrip().startswith("{"):
                self._lines[self._next(self._array)] = number
            elif line.lstrip().startswith("]"):
                self._array = None
        elif header:
            self._table = self._resolve(header[2], is_array=header[1] == "[[")
            self._lines[self._table] = number
        elif key:
            path = f"{self._table}.{key[1]}" if self._table else key[1]
            self._lines[path] = number
            self._array = path if key[2].split("#")[0].rstrip() == "[" else None

    def _resolve(self, dotted: str, *, is_array: bool) -> str:
        """Return the path of a header, each array on the way at its newest entry."""
        path = ""
        names = [name.strip(" \"'") for name in dotted.split(".")]
        for position, name in enumerate(names):
            path = f"{path}.{name}" if path else name
            if position == len(names) - 1 and is_array:
                return self._next(path)
            if path in self._counts:
                path = f"{path}[{self._counts[path] - 1}]"
        return path

    def _next(self, array: str) -> str:
        index = self._counts.get(array, 0)
        self._counts[array] = index + 1
        return f"{array}[{index}]"


def _fence_after(line: str, fence: str | None) -> str | None:
    """Return the quotes of the text of several lines that a line ends inside of, or None."""
    at = 0
    while at < len(line):
        if fence is not None:
            close = _CLOSE[fence].match(line, at)
            if close is None:
                return fence
            fence, at = None, close.end()
            continue
        found = _TEXT_OR_COMMENT.search(line, at)
        if found is None:
            return None
        fence = found[0] if found[0] in _CLOSE else None
        at = found.end()
    return fence
