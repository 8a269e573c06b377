"""Moments: points on a video's timeline, checked against what is known of it (section 2 of the contract)."""

from llmpath.domain.durations import clock
from llmpath.domain.outline import Node, Outline
from llmpath.errors import BadRefError


def timeline_of(node: Node, outline: Outline) -> Node:
    """Return the video on whose timeline a node lies; raises `BadRefError` where it has none."""
    video = outline.parent(node) if node.is_chapter else node
    if video is None or not (video.is_leaf and video.timed):
        inside = "name a video in it" if node.parts else f"name it without the moment: {node.id or node.key}"
        raise BadRefError(f"{_name(node)} has no timeline", inside)
    return video


def check_moment(node: Node, second: int, outline: Outline) -> None:
    """Refuse a moment that is not on what is to be learned of a video, or not in its chapter.

    Raises `BadRefError`.
    """
    video = timeline_of(node, outline)
    if second < video.start:
        raise BadRefError(f"{_name(video)} begins at {clock(video.start)} here", "name a later moment")
    end = None if video.seconds is None else video.start + video.seconds
    if end is not None and second > end:
        raise BadRefError(f"{_name(video)} ends at {clock(end)}", "name an earlier moment")
    is_inside = node.start <= second and (node.end is None or second <= node.end)
    if node.is_chapter and not is_inside:
        upper = "" if node.end is None else f" to {clock(node.end)}"
        hint = f"moments are counted on the whole video: {video.id}@{clock(second)}"
        raise BadRefError(f"{_name(node)} is the chapter from {clock(node.start)}{upper}", hint)


def _name(node: Node) -> str:
    return f"{node.number} {node.id}" if node.number else node.title
