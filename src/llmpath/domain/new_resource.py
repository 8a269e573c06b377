"""What a link alone says of a new resource: its kind, a title and an id."""

import re
from collections.abc import Container
from typing import NamedTuple
from urllib.parse import unquote

from llmpath.domain.keys import YOUTUBE, YOUTUBE_PLAYLIST, parse_link, slug
from llmpath.domain.outline import ID, RESERVED_IDS

LONGEST_ID, LONGEST_TITLE = 60, 200
_KINDS = (
    (re.compile(re.escape(YOUTUBE)), "video"),
    (re.compile(re.escape(YOUTUBE_PLAYLIST)), "playlist"),
    (re.compile(r"(?:[a-z]+\.)?arxiv\.org/(?:abs|pdf|html)/."), "paper"),
    (re.compile(r"github\.com/[^/?#]+/[^/?#]+(?:#.*)?$"), "repo"),
)


class NewResource(NamedTuple):
    """A resource as a curriculum file will say it, in the order of its fields."""

    id: str
    kind: str
    title: str
    url: str


def new_resource(url: str, title: str | None, kind: str | None, taken: Container[str]) -> NewResource:
    """Return a resource for a link, its id none of `taken`; what is not told is read off the link.

    Raises `BadLinkError`.
    """
    key = parse_link(url).key
    kind = kind or next((name for pattern, name in _KINDS if pattern.match(key)), "link")
    title = " ".join(title.split()) if title is not None else _title(url, key)
    return NewResource(_free_id(title, kind, taken), kind, title, url)


def _title(url: str, key: str) -> str:
    """Return the last part of the link's path, or the link without its scheme where that says nothing."""
    if key.startswith(YOUTUBE):
        return f"youtu.be/{key.removeprefix(YOUTUBE)}"
    if not key.startswith(YOUTUBE_PLAYLIST):
        words = unquote(re.split(r"[?#]", key)[0].partition("/")[2].rpartition("/")[2])
        if words.strip() and words.isprintable() and "\N{REPLACEMENT CHARACTER}" not in words:
            return " ".join(words.split())[:LONGEST_TITLE]
    link = re.sub(r"^https?://(?:www\.)?", "", url, flags=re.IGNORECASE)
    return link.rstrip("/")[:LONGEST_TITLE]


def _free_id(title: str, kind: str, taken: Container[str]) -> str:
    """Return the slug of a title as an id: one that is none behind its kind, one taken before a number."""
    name = slug(title)
    if not re.fullmatch(r"[a-z0-9-]+", name):
        name = ""
    if len(name) > LONGEST_ID:
        name = name[: LONGEST_ID + 1].rpartition("-")[0] or name[:LONGEST_ID]
    if name in RESERVED_IDS or not re.fullmatch(ID, name):
        name = f"{kind}-{name or 1}"
    number = 1
    found = name
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    return found
