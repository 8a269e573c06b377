"""The rules of a curriculum that hold between fields.

They look at the file as it was parsed, passing over what the models refuse, so that one run of
`curriculum check` finds everything and not just the first fault.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from llmpath.domain.durations import clock, seconds_of
from llmpath.domain.keys import YOUTUBE, parse_link, slug
from llmpath.domain.outline import KINDS
from llmpath.errors import BadLinkError
from llmpath.sources.findings import Finding

RESOURCE_LIMIT = 100_000

Table = Mapping[str, Any]
Placed = tuple[str, Table]


def broken_rules(document: Table, line: Any) -> Iterator[Finding]:
    """Yield a finding for each broken rule; `line` tells the line of a path."""

    def finding(path: str, message: str, hint: str) -> Finding:
        return Finding(path, line(path), message, hint)

    sections = _tables(document, "sections", "")
    resources = [
        (section, resource)
        for section in sections
        for resource in _tables(section[1], "resources", section[0])
    ]
    if len(resources) > RESOURCE_LIMIT:
        yield finding("sections", f"{len(resources):,} resources", f"at most {RESOURCE_LIMIT:,} fit")
    for problem in (
        *_ids(sections, [resource for _, resource in resources]),
        *_order(sections, resources),
        *(problem for _, resource in resources for problem in _thing(resource, None)),
    ):
        yield finding(*problem)


Problem = tuple[str, str, str]


def _ids(sections: list[Placed], resources: list[Placed]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for path, table in (*sections, *resources):
        name = table.get("id")
        if not isinstance(name, str):
            continue
        if name in seen:
            yield f"{path}.id", f'"{name}" is the id of {seen[name]} already', "choose another id"
        seen.setdefault(name, path)


def _order(sections: list[Placed], resources: list[tuple[Placed, Placed]]) -> Iterator[Problem]:
    """Yield what is wrong with `after`: unknown ids, ids around or inside the thing, cycles."""
    inside = {_id(table): set[str]() for _, table in sections}
    around: dict[str, str] = {}
    for (_, section), (_, resource) in resources:
        inside[_id(section)].add(_id(resource))
        around[_id(resource)] = _id(section)
    ids = {*inside, *around} - {""}
    waits: dict[str, list[str]] = {name: sorted(members) for name, members in inside.items()}
    own: dict[str, list[str]] = {}
    for path, table in (*sections, *(resource for _, resource in resources)):
        name = _id(table)
        for position, other in _texts(table, "after"):
            at = f"{path}.after[{position}]"
            if other not in ids:
                yield at, f'"{other}" is not an id in this file', "name a section or a resource"
            elif other == name or other in inside.get(name, ()) or other == around.get(name):
                yield (
                    at,
                    f'"{name}" cannot come after "{other}", which is it, or holds it or lies in it',
                    "take it out",
                )
            else:
                own.setdefault(name, []).append(other)
    waits |= {name: others for name, others in own.items() if not inside.get(name)}
    for name, section_id in around.items():
        waits[name] = [*waits.get(name, ()), *own.get(section_id, ())]
    paths = {_id(table): path for path, table in (*sections, *(resource for _, resource in resources))}
    for circle in _circles(waits):
        named = next((name for name in circle if name in own), None)
        if named is None:
            continue
        yield f"{paths[named]}.after", f"{' after '.join(circle)}: a circle", "take one of them out of after"


def _circles(waits: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """Yield the circles that a walk along `waits` runs into, each with its first name again at its end."""
    done: set[str] = set()
    for root in waits:
        path = {} if root in done else {root: iter(waits[root])}
        while path:
            name, rest = next(reversed(path.items()))
            following = next(rest, None)
            if following is None:
                del path[name]
                done.add(name)
            elif following in path:
                names = list(path)
                yield [*names[names.index(following) :], following]
            elif following not in done:
                path[following] = iter(waits.get(following, ()))


def _thing(placed: Placed, parent: Table | None) -> Iterator[Problem]:
    """Yield what is wrong inside one resource or part."""
    path, table = placed
    yield from _span(path, table)
    yield from _chapters(path, table)
    parts = _tables(table, "parts", path)
    timed = [name for name in ("chapters", "start", "end") if table.get(name)]
    if parts and timed:
        yield (
            f"{path}.{timed[0]}",
            f"a thing with parts has no {timed[0]} of its own",
            "put it into the parts",
        )
    is_known = table.get("kind", "link") in KINDS
    if timed and is_known and not parts and not _has_timeline(table, parent):
        yield f"{path}.{timed[0]}", f"only a video has {timed[0]}", 'kind = "video"'
    yield from _titles(parts)
    for part in parts:
        yield from _thing(part, table)


def _titles(parts: list[Placed]) -> Iterator[Problem]:
    """Yield the parts whose title, or the key made from it where there is no link, is another one's, too."""
    titles: set[str] = set()
    slugs: set[str] = set()
    for path, part in parts:
        title = part.get("title")
        if not isinstance(title, str):
            continue
        title = " ".join(title.split())
        key = "" if part.get("url") else slug(title)
        if title in titles or key in slugs:
            yield f"{path}.title", f'another part is called "{title}", too', "give parts different titles"
        titles.add(title)
        slugs |= {key} - {""}


def _span(path: str, table: Table) -> Iterator[Problem]:
    start, end, duration = (seconds_of(table.get(name)) for name in ("start", "end", "duration"))
    if end is not None and end <= (start or 0):
        yield f"{path}.end", f"the end {clock(end)} is not after the start {clock(start or 0)}", "start < end"
    if end is not None and duration is not None and end > duration:
        yield (
            f"{path}.end",
            f"the end {clock(end)} is beyond the duration {clock(duration)}",
            "end <= duration",
        )
    if start is not None and duration is not None and start >= duration:
        yield (
            f"{path}.start",
            f"the start {clock(start)} is not inside the duration {clock(duration)}",
            "start < duration",
        )


def _chapters(path: str, table: Table) -> Iterator[Problem]:
    duration, before = seconds_of(table.get("duration")), None
    for chapter_path, chapter in _tables(table, "chapters", path):
        start = seconds_of(chapter.get("start"))
        if start is None:
            continue
        at = f"{chapter_path}.start"
        if before is not None and start <= before:
            yield at, f"{clock(start)} is not after the chapter before, at {clock(before)}", "chapters ascend"
        if duration is not None and start >= duration:
            yield at, f"{clock(start)} is not inside the duration {clock(duration)}", "start < duration"
        before = start


def _has_timeline(table: Table, parent: Table | None) -> bool:
    default = "video" if parent is not None and parent.get("kind") == "playlist" else "link"
    if table.get("kind", default) == "video":
        return True
    try:
        return parse_link(str(table.get("url"))).key.startswith(YOUTUBE)
    except BadLinkError:
        return False


def _tables(table: Table, name: str, path: str) -> list[Placed]:
    entries = table.get(name)
    prefix = f"{path}.{name}" if path else name
    if not isinstance(entries, list):
        return []
    return [(f"{prefix}[{i}]", entry) for i, entry in enumerate(entries) if isinstance(entry, Mapping)]


def _texts(table: Table, name: str) -> list[tuple[int, str]]:
    """Return the texts of an array, each with its position in it."""
    entries = table.get(name)
    return [at for at in enumerate(entries) if isinstance(at[1], str)] if isinstance(entries, list) else []


def _id(table: Table) -> str:
    name = table.get("id")
    return name if isinstance(name, str) else ""
