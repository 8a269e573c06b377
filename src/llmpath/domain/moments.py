"""Moments: points on a video's timeline, checked against what is known of it (docs/refs-and-marks.md)."""

from llmpath.domain.durations import clock
from llmpath.domain.outline import Node, Outline
from llmpath.errors import BadRefError


def timeline_of(node: Node, outline: Outline) -> Node:
    """Return the video on whose timeline a node lies; raises `BadRefError` where it has none."""
    video = outline.thing_of(node)
    if not (video.is_leaf and video.timed):
        inside = "name a video in it" if node.parts else f"name it without the moment: {node.ref}"
        raise BadRefError(f"{node.name} has no timeline", inside)
    return video


def check_moment(node: Node, second: int, outline: Outline) -> None:
    """Refuse a moment that is not on what is to be learned of a video, or not in its chapter.

    Raises `BadRefError`.
    """
    video = timeline_of(node, outline)
    if second < video.start:
        raise BadRefError(f"{video.name} begins at {clock(video.start)} here", "name a later moment")
    end = None if video.seconds is None else video.start + video.seconds
    if end is not None and second > end:
        raise BadRefError(f"{video.name} ends at {clock(end)}", "name an earlier moment")
    is_inside = node.start <= second and (node.end is None or second <= node.end)
    if node.is_chapter and not is_inside:
        upper = "" if node.end is None else f" to {clock(node.end)}"
        hint = f"moments are counted on the whole video: {video.id}@{clock(second)}"
        raise BadRefError(f"{node.name} is the chapter from {clock(node.start)}{upper}", hint)
