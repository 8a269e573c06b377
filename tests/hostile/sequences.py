"""What a terminal, or rich, would obey if it came through; and what of it did."""

import re
from collections.abc import Iterable

C0 = [chr(code) for code in range(0x20) if chr(code) not in "\t\n"]
C1 = [chr(code) for code in range(0x80, 0xA0)]
BIDI = list("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
SEPARATORS = ["\u2028", "\u2029"]
COMPOSED = [
    "\x1b[31m", "\x1b[8m", "\x1b[0;5m", "\x9b31m",  # colours that llmpath has no use for
    "\x1b[2J", "\x1b[1A\x1b[2K", "\r\x1b[K", "\b\b\b", "\x1b[H", "\x9b2J",  # what was written before
    "\x1b[?1049h", "\x1b[?25l", "\x1b[?2004l", "\x1bc", "\x1b(0", "\x1b#8", "\x0e",  # modes
    "\x1b[6n", "\x1b[c", "\x1b[21t", "\x1b]11;?\x07", "\x1bP$q\x1b\\",  # what types an answer
    "\x1b]0;owned\x07", "\x1b]2;owned\x1b\\", "\x9d0;owned\x9c",  # titles
    "\x1b]8;;file:///x\x1b\\x\x1b]8;;\x1b\\", "\x1b]8;id=1;ssh://x\x07x", "\x9d8;;file:///\x9c",  # links
    "\x1b]52;c;ZWNobw==\x07", "\x1b]52;p;?\x1b\\", "\x9d52;c;eA==\x9c",  # the clipboard
    "\x1b]1337;File=:eA==\x07", "\x1b_Gf=32;eA\x1b\\", "\x1bPq#0\x1b\\", "\x1bXx\x1b\\", "\x1b^x\x1b\\",
    "\x1b\x1b[0m[31m", "\x1b[\x1b[1m32m", "\x1b[200~id\x1b[201~", "\x1b]8;\x1b[0m;file:///x\x07",  # nested
]  # fmt: skip
CONTROLS = [*C0, "\x7f", *C1]
HARD = [*CONTROLS, *COMPOSED]
"""What a title is refused for."""
SOFT = [*BIDI, *SEPARATORS, "\u202egnp.exe\u202c", "\u2066\u202e\u2069x"]
"""What is no control character, and yet turns a line around or ends it."""
SEQUENCES = [*HARD, *SOFT]
MARKUP = [
    "[red]", "[/red]", "[/]", "[bold]x[/bold]", "[link=file:///x]y[/link]", "[@click=app.quit]", "\\[x]",
    "[blink", ":smile:", "{0}", "{x!r}", "%s", "%(x)s", "$x", "&lt;", "<b>",
]  # fmt: skip

UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
OWN = re.compile(
    r"\x1b\[(?:0|1|2|32|33|34|36)m"
    r"|\x1b\]8;id=\d+;https://(?:example\.org|www\.youtube\.com)/[!-~]*\x1b\\"
    r"|\x1b\]8;;\x1b\\"
)
"""The escapes that llmpath makes on a terminal: six styles and their end, a link and its end."""


def through(output: str, *, terminal: bool = False) -> str:
    """Return what got through to a pipe, or to a terminal: nothing but llmpath's own escapes may."""
    return "".join(UNSAFE.findall(OWN.sub("", output) if terminal else output))


def chunks(sequences: Iterable[str], most: int = 40) -> list[str]:
    """Return texts of the sequences one after the other, so short that no message cuts them."""
    texts = [""]
    for sequence in sequences:
        if len(texts[-1] + sequence) > most:
            texts.append("")
        texts[-1] += sequence
    return texts
