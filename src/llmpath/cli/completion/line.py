"""What the words before the cursor say: the command, what it was given, and what it takes next."""

from llmpath.cli.completion.words import ARGUMENTS, OPTIONS, SUBCOMMANDS

COMMAND, OPTION = "COMMAND", "OPTION"
CURRICULUM = "ID|FILE.toml"


class Line:
    """A command line up to the word under the cursor.

    `command` is the verb, `curriculum use` for one in a group, empty before it is known. `given` are its
    arguments so far, `said` the values of options by their metavars.
    """

    def __init__(self, words: list[str]) -> None:
        self.command = ""
        self.given: list[str] = []
        self.said: dict[str, str] = {}
        self._awaited = ""
        self._is_closed = False
        for word in words:
            self._take(word)

    @property
    def curriculum(self) -> str | None:
        """The curriculum that the line names, or None."""
        return self.said.get(CURRICULUM)

    def takes(self, word: str) -> tuple[str, str, str]:
        """Return the metavar of the word under the cursor, the head of it that stays, and the rest."""
        if self._awaited:
            return self._awaited, "", word
        if self._is_closed or not word.startswith("-"):
            return self._argument(), "", word
        name, head, value = _parted(word)
        metavar = self._metavar(name)
        return (metavar, head, value) if head and metavar else (OPTION, "", word)

    def _take(self, word: str) -> None:
        if self._awaited:
            self.said[self._awaited] = word
            self._awaited = ""
        elif self._is_closed or not word.startswith("-") or word == "-":
            self._take_argument(word)
        elif word == "--":
            self._is_closed = True
        else:
            name, head, value = _parted(word)
            if head:
                self.said[self._metavar(name)] = value
            else:
                self._awaited = self._metavar(name)

    def _take_argument(self, word: str) -> None:
        if self.command not in SUBCOMMANDS:
            self.given.append(word)
            return
        self.command = f"{self.command} {word}".lstrip()
        self._is_closed = False

    def _argument(self) -> str:
        """Return the metavar of the next argument, empty where there is none; the last may be repeatable."""
        if self.command in SUBCOMMANDS:
            return COMMAND
        metavars = ARGUMENTS.get(self.command, ())
        at = min(len(self.given), len(metavars) - 1)
        is_there = metavars and (at == len(self.given) or metavars[at].endswith("..."))
        return metavars[at].removesuffix("...") if is_there else ""

    def _metavar(self, name: str) -> str:
        """Return the metavar of an option's value, empty for one that takes none."""
        return next((metavar for other, metavar, _ in OPTIONS.get(self.command, ()) if other == name), "")


def _parted(word: str) -> tuple[str, str, str]:
    """Return an option's name, and where its value stands in the same word, what is before that, and it."""
    if word.startswith("--"):
        name, equals, value = word.partition("=")
        return name, name + equals if equals else "", value
    return word[:2], word[:2] if word[2:] else "", word[2:]
