"""What is offered where a command takes a ref, a kind, a status …: the metavar in its help decides."""

from llmpath.cli.completion.line import COMMAND, CURRICULUM, OPTION, Line
from llmpath.cli.completion.lines import beginning_with, from_on, without
from llmpath.cli.completion.names import curricula, names
from llmpath.cli.completion.words import OPTIONS, SUBCOMMANDS, VALUES

FILES = b"\t\n"
TOML_FILES = b"\t.toml\n"
_REFS = (("next", "The next thing"), ("last", "What was opened last"))


def offers(typed: list[str]) -> bytes:
    """Return the candidates for the last of the words, `value<TAB>help` a line."""
    *before, word = typed or [""]
    line = Line(before)
    metavar, head, rest = line.takes(word)
    offer = _OFFERS.get(metavar)
    found = offer(line, rest) if offer else _some(VALUES.get(metavar, ()), rest)
    stays = head.encode(errors="surrogateescape")
    return (
        b"".join(_after(stays, candidate) for candidate in found.splitlines(keepends=True)) if head else found
    )


def _after(head: bytes, candidate: bytes) -> bytes:
    return candidate if candidate.startswith(b"\t") else head + candidate


def _some(pairs: tuple[tuple[str, str], ...], word: str) -> bytes:
    """Return those of a few words that begin with what is typed."""
    fitting = [f"{value}\t{text}".rstrip() for value, text in pairs if value.startswith(word)]
    return "".join(f"{line}\n" for line in fitting).encode()


def _commands(line: Line, word: str) -> bytes:
    return _some(SUBCOMMANDS[line.command], word)


def _options(line: Line, word: str) -> bytes:
    return _some(tuple((name, text) for name, _, text in OPTIONS.get(line.command, ())), word)


def _refs(line: Line, word: str) -> bytes:
    """Return refs; numbers and what is inside of things only once one has begun to type them."""
    kinds = _some(VALUES["KIND"], word) if line.given[-1:] == ["next"] else b""
    return kinds + _some(_REFS, word) + _named(_typed(word), names(line.curriculum))


def _named(word: bytes, lines: bytes) -> bytes:
    if not word:
        return from_on(b"a", lines)
    if not word[:1].isalnum():
        return b""
    separator = b"." if word[:1].isdigit() else b"/"
    mark = separator * word.count(separator)
    return without(mark, beginning_with(mark + word, lines))


def _sections(line: Line, word: str) -> bytes:
    return without(b"#", beginning_with(b"#" + _typed(word), names(line.curriculum)))


def _curricula(line: Line, word: str) -> bytes:
    is_note = line.command == "note"
    return b"" if is_note else beginning_with(_typed(word), curricula())


def _curricula_and_files(_: Line, word: str) -> bytes:
    return beginning_with(_typed(word), curricula()) + TOML_FILES


def _values(line: Line, word: str) -> bytes:
    return _curricula(line, word) if line.given == ["curriculum"] else b""


def _typed(word: str) -> bytes:
    return word.lower().encode(errors="surrogateescape")


_OFFERS = {
    COMMAND: _commands,
    OPTION: _options,
    "REF": _refs,
    "SECTION": _sections,
    "ID": _curricula,
    CURRICULUM: _curricula_and_files,
    "FILE": lambda _line, _word: FILES,
    "VALUE": _values,
}
