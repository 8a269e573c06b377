"""Keys: the identity of a thing learned, made from its link alone.

Progress is stored under keys for ever, so it survives renaming, reordering, another curriculum and
another spelling of the same link. The rules are in docs/curriculum-format.md, Keys;
`tests/unit/keys.toml` holds the vectors.
"""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urlsplit

from llmpath.domain.durations import parse_moment
from llmpath.errors import BadLinkError, quoted

YOUTUBE = "youtube:"
YOUTUBE_PLAYLIST = "youtube-playlist:"
LINK_LIMIT = 4096
"""The longest link taken, in characters: twice what browsers and servers agree on."""

_YOUTUBE_HOSTS = {"youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com"}
_VIDEO_PATHS = {"embed", "shorts", "live", "v"}
_VIDEO_ID = r"[A-Za-z0-9_-]{11}"
_PLAYLIST_ID = r"[A-Za-z0-9_-]+"
_HOST = r"(?!-)[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\]"
_UNSAFE = r"[\x00-\x20\x7f-\xa0\\<>\"`\u2028\u2029\ud800-\udfff]"
_ESCAPE = r"%([0-9A-Fa-f]{2})"
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_TRACKING = {"fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "si", "ref_src"}
_DEFAULT_PORTS = {"http": 80, "https": 443}
_MOMENT_PARAMETERS = ("t", "start", "time_continue")


class Link(NamedTuple):
    """A link understood: its key, and the second of the video it points at, if it says one."""

    key: str
    moment: int | None = None


@lru_cache(maxsize=65536)
def parse_link(text: str) -> Link:
    """Return the key and the moment of a link, however it is spelled.

    Raises `BadLinkError` for anything but http and https with a host, and for links with a user
    name, a password, spaces or control characters: browsers and shells read those in other ways
    than people do.
    """
    parts, host = _split(text)
    return _youtube(parts, host) or Link(_plain_key(parts, host))


def slug(title: str) -> str:
    """Return the title as a part of a key: NFKD, ASCII, lower case, runs of anything else as one `-`.

    A title without any Latin letter or digit is its own percent-encoding, so that it still has a
    key, and one that does not depend on its neighbours.
    """
    import unicodedata

    ascii_title = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", ascii_title.lower()).strip("-")
    return words or quote(unicodedata.normalize("NFC", title).strip().encode("utf-8", "replace"), safe="")


def url_of(key: str) -> str | None:
    """Return a link that opens what `key` names, or None for keys that were made without a link."""
    url = "https://" + key
    if key.startswith(YOUTUBE):
        url = "https://www.youtube.com/watch?v=" + key.removeprefix(YOUTUBE)
    elif key.startswith(YOUTUBE_PLAYLIST):
        url = "https://www.youtube.com/playlist?list=" + key.removeprefix(YOUTUBE_PLAYLIST)
    elif "." not in key.partition("/")[0]:
        return None
    try:
        return url if parse_link(url).key == key else None
    except BadLinkError:
        return None


def at_moment(url: str, second: int) -> str:
    """Return `url` so that it plays from `second`; only a YouTube video's link can say that."""
    link = parse_link(url)
    if not link.key.startswith(YOUTUBE):
        return url
    parts = urlsplit(url)
    kept = [
        pair
        for pair in parts.query.split("&")
        if pair and pair.partition("=")[0] not in {"v", "si", *_MOMENT_PARAMETERS}
    ]
    query = "&".join([f"v={link.key.removeprefix(YOUTUBE)}", *kept, f"t={second}s"])
    return f"https://www.youtube.com/watch?{query}"


def _split(text: str) -> tuple[SplitResult, str]:
    """Return the parts of a link and its host in canonical form, or raise `BadLinkError`."""
    shown = quoted(text)
    if len(text) > LINK_LIMIT:
        raise BadLinkError(
            f'"{shown}" is too long for a link', f"a link has at most {LINK_LIMIT:,} characters"
        )
    if re.search(_UNSAFE, text):
        raise BadLinkError(f'"{shown}" is not a link', "a link has no spaces or odd characters in it")
    try:
        parts = urlsplit(text)
        host = _canonical_host(parts)
    except ValueError:  # UnicodeError of the idna codec is one, too
        host = ""
        parts = SplitResult("", "", "", "", "")
    if parts.scheme not in _DEFAULT_PORTS or not re.fullmatch(_HOST, host):
        raise BadLinkError(f'"{shown}" is not a link', "a link begins with https:// or http:// and a host")
    if "@" in parts.netloc:
        raise BadLinkError(f'"{shown}" has a user name in it', "leave out what stands before the @")
    return parts, host


def _canonical_host(parts: SplitResult) -> str:
    """Return the host in lower case and punycode, without `www.`; raises ValueError if it is none."""
    parts.port  # noqa: B018  (reading it raises ValueError for a port that is no number)
    host = (parts.hostname or "").rstrip(".")
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    address = parts.netloc.rpartition("@")[2]
    if address.startswith("["):
        if address.partition("]")[2][:1] not in {"", ":"}:
            raise ValueError(address)
        host = f"[{host}]"
    return host.removeprefix("www.")


def _youtube(parts: SplitResult, host: str) -> Link | None:
    """Return the link if it is a YouTube video or playlist with a well-formed id."""
    query = dict(_pairs(parts.query))
    path = [segment for segment in parts.path.split("/") if segment]
    video = playlist = ""
    if host == "youtu.be" and path:
        video = path[0]
    elif host in _YOUTUBE_HOSTS and path:
        if path in (["playlist"], ["embed", "videoseries"]):
            playlist = query.get("list", "")
        elif path == ["watch"]:
            video = query.get("v", "")
        elif path[0] in _VIDEO_PATHS and len(path) > 1:
            video = path[1]
    if re.fullmatch(_VIDEO_ID, video):
        return Link(YOUTUBE + video, _moment(query, parts.fragment))
    if re.fullmatch(_PLAYLIST_ID, playlist):
        return Link(YOUTUBE_PLAYLIST + playlist)
    return None


def _moment(query: dict[str, str], fragment: str) -> int | None:
    """Return the second that `t=`, `start=` or `#t=` says: `90`, `90s`, `1h8m20s`."""
    said = [query.get(name) for name in _MOMENT_PARAMETERS] + [dict(_pairs(fragment)).get("t")]
    return next((at for value in said if value and (at := parse_moment(value)) is not None), None)


def _plain_key(parts: SplitResult, host: str) -> str:
    """Return the key of a link that is no YouTube video or playlist."""
    port = f":{parts.port}" if parts.port not in {None, _DEFAULT_PORTS[parts.scheme]} else ""
    path = _without_dots(_normal_escapes(parts.path)).rstrip("/")
    pairs = sorted(
        pair
        for pair in _normal_escapes(parts.query).split("&")
        if pair and not _is_tracking(pair.partition("=")[0])
    )
    query = f"?{'&'.join(pairs)}" if pairs else ""
    fragment = f"#{_normal_escapes(parts.fragment)}" if parts.fragment else ""
    return f"{host}{port}{path}{query}{fragment}"


def _is_tracking(parameter: str) -> bool:
    return parameter in _TRACKING or parameter.startswith("utm_")


def _pairs(query: str) -> list[tuple[str, str]]:
    """Return the parameters of a query, the first of a name last, so that `dict()` keeps the first."""
    split = (pair.partition("=") for pair in query.split("&") if pair)
    return [(name, value) for name, _, value in split][::-1]


def _normal_escapes(text: str) -> str:
    """Return text with the escapes of RFC 3986 section 6.2.2: unreserved ones decoded, others upper case."""

    def normal(match: re.Match[str]) -> str:
        character = chr(int(match[1], 16))
        return character if character in _UNRESERVED else match[0].upper()

    return re.sub(_ESCAPE, normal, quote(text, safe="%/?#[]@!$&'()*+,;=:-._~"))


def _without_dots(path: str) -> str:
    """Return a path without `.` and `..` segments, as RFC 3986 section 5.2.4 removes them."""
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            if len(kept) > 1:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    return "/".join(kept)
