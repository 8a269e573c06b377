"""Curriculum files, a line at a time, and what is found wrong with them."""

from typing import NamedTuple

from llmpath.sources.toml_file import check

HEAD = """\
schema = 1
id = "mine"
title = "Mine"
"""
SECTION = f"""{HEAD}
[[sections]]
id = "maths"
title = "Maths"
"""
RESOURCE = f"""{SECTION}
[[sections.resources]]
id = "vectors"
title = "Vectors"
"""
VIDEO = RESOURCE + 'kind = "video"\n'
"""Its next line is the 13th."""
PLAYLIST = RESOURCE + 'kind = "playlist"\n'


class Found(NamedTuple):
    """A finding, in the words of `llmpath curriculum check`."""

    path: str
    line: int | None
    message: str
    hint: str


def findings(text: str | bytes) -> list[Found]:
    """Return everything that is wrong with a file."""
    content = text.encode() if isinstance(text, str) else text
    return [Found(*finding) for finding in check(content).findings]


def places(text: str | bytes) -> list[tuple[str, int | None]]:
    """Return where something is wrong in a file."""
    return [(found.path, found.line) for found in findings(text)]
