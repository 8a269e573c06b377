"""Timelines: which seconds of a video were seen or skipped.

A span is half-open, `(from, to)` in whole seconds; an open end is `OPEN`. `Spans` are sorted, disjoint
and do not touch. What was said of a video is painted in the order of its stamps, the later on top, so
that the order in which files are read never matters (docs/refs-and-marks.md).
"""

import re
import sys
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from llmpath.domain.durations import clock, parse_clock

Span = tuple[int, int]
Spans = tuple[Span, ...]
OPEN = sys.maxsize
"""The end of a span that runs to the end of the video, wherever that is."""

_SPAN = r"(?a)\s*([\d:]+)\s*-\s*([\d:]*)\s*"

T = TypeVar("T")


class Stretch(NamedTuple, Generic[T]):
    """A span of a painted timeline and what stands on top of it."""

    start: int
    end: int
    top: T


def joined(spans: Iterable[Span]) -> Spans:
    """Return the union of spans, sorted, with touching and overlapping ones made one."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if end <= start:
            continue
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


def without(spans: Spans, taken: Spans) -> Spans:
    """Return what of `spans` lies outside `taken`."""
    result: list[Span] = []
    for start, end in spans:
        at = start
        for taken_start, taken_end in taken:
            if taken_end <= at:
                continue
            if taken_start >= end:
                break
            if taken_start > at:
                result.append((at, taken_start))
            at = taken_end
        if at < end:
            result.append((at, end))
    return tuple(result)


def common(spans: Spans, others: Spans) -> Spans:
    """Return what of `spans` lies inside `others`."""
    return without(spans, without(spans, others))


def measure(spans: Spans) -> int:
    """Return the seconds of spans without an open end."""
    return sum(end - start for start, end in spans)


def paint(layers: Iterable[tuple[Spans, T]]) -> tuple[Stretch[T], ...]:
    """Return what can be seen of `layers`, which are given from the top one down."""
    covered: Spans = ()
    seen: list[Stretch[T]] = []
    for spans, top in layers:
        visible = without(spans, covered)
        seen += [Stretch(start, end, top) for start, end in visible]
        covered = joined((*covered, *visible))
    return tuple(sorted(seen, key=lambda stretch: stretch.start))


def parse_spans(text: str) -> Spans | None:
    """Return the spans of `0:00-8:08, 1:44:00-`, or None if that is not what `text` is."""
    spans = []
    for part in text.split(","):
        match = re.fullmatch(_SPAN, part)
        start = parse_clock(match[1]) if match else None
        end = (parse_clock(match[2]) if match[2] else OPEN) if match else None
        if start is None or end is None or end <= start:
            return None
        spans.append((start, end))
    return joined(spans)


def format_spans(spans: Spans) -> str:
    """Return spans as they stand in the progress file."""
    return ", ".join(f"{clock(start)}-{'' if end == OPEN else clock(end)}" for start, end in spans)
