"""Outlines of what a curriculum file says, built in a line."""

from collections.abc import Sequence

from llmpath.domain.outline import Curriculum, Node, Outline
from llmpath.domain.outline_builder import Entry, SectionEntry, build

VIDEO = "https://www.youtube.com/watch?v=VMj-3S1tku0"
VIDEO_KEY = "youtube:VMj-3S1tku0"
OTHER_VIDEO = "https://www.youtube.com/watch?v=PaCmpygFfXo"
PLAYLIST = "https://www.youtube.com/playlist?list=PLabc"
PLAYLIST_KEY = "youtube-playlist:PLabc"


def outline(*sections: Sequence[Entry]) -> Outline:
    """Return the outline of the curriculum `mine`, with sections `s1`, `s2`, … of these resources."""
    entries = (
        SectionEntry(f"s{number}", f"Section {number}", None, (), tuple(resources))
        for number, resources in enumerate(sections, 1)
    )
    return build(Curriculum("mine", "Mine"), entries)


def only(entry: Entry) -> Node:
    """Return the node of a resource that has a curriculum to itself."""
    return outline([entry]).by_number["1.1"]
