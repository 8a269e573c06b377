"""The rules of a curriculum that hold between fields.

They look at the file as it was parsed, passing over what the models refuse, so that one run of
`curriculum check` finds everything and not just the first fault.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from llmpath.domain.durations import clock, parse_clock
from llmpath.domain.keys import YOUTUBE, parse_link, slug
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
        for position, other in enumerate(_texts(table, "after")):
            at = f"{path}.after[{position}]"
            if other not in ids:
                yield at, f'"{other}" is no id in this file', "name a section or a resource"
            elif other == name or other in inside.get(name, ()) or other == around.get(name):
                yield (
                    at,
                    f'"{name}" cannot come after "{other}", which is it, or holds it or lies in it',
                    "take it out",
                )
            else:
                own.setdefault(name, []).append(other)
    for name, section_id in around.items():
        waits[name] = [*own.get(name, []), *own.get(section_id, [])]
    cycle = _cycle(waits)
    if cycle:
        paths = {_id(table): path for path, table in (*sections, *(resource for _, resource in resources))}
        yield (
            f"{paths[cycle[0]]}.after",
            f"{' after '.join(cycle)}: a circle",
            "take one of them out of after",
        )


def _cycle(waits: Mapping[str, list[str]]) -> list[str] | None:
    """Return the names of a circle, the first again at its end, or None."""
    done: set[str] = set()
    for root in waits:
        path: list[str] = []
        on_path: set[str] = set()
        stack = [(root, iter(waits.get(root, ())))] if root not in done else []
        if stack:
            path.append(root)
            on_path.add(root)
        while stack:
            name, rest = stack[-1]
            following = next(rest, None)
            if following is None:
                stack.pop()
                path.pop()
                on_path.discard(name)
                done.add(name)
            elif following in on_path:
                return [*path[path.index(following) :], following]
            elif following not in done:
                stack.append((following, iter(waits.get(following, ()))))
                path.append(following)
                on_path.add(following)
    return None


def _thing(placed: Placed, parent: Table | None) -> Iterator[Problem]:
    """Yield what is wrong inside one resource or part."""
    path, table = placed
    yield from _span(path, table)
    yield from _chapters(path, table)
    parts = _tables(table, "parts", path)
    if parts and table.get("chapters"):
        yield f"{path}.chapters", "a thing with parts has no chapters of its own", "put them into the parts"
    timed = [name for name in ("chapters", "start", "end") if table.get(name)]
    if timed and not parts and not _has_timeline(table, parent):
        yield f"{path}.{timed[0]}", f"only a video has {timed[0]}", 'kind = "video"'
    titles: Counter[str] = Counter()
    for part_path, part in parts:
        title = part.get("title")
        if isinstance(title, str):
            called = slug(title) if not part.get("url") else title
            titles[called] += 1
            if titles[called] > 1:
                yield (
                    f"{part_path}.title",
                    f'another part is called "{title}", too',
                    "give parts different titles",
                )
        yield from _thing((part_path, part), table)


def _span(path: str, table: Table) -> Iterator[Problem]:
    start, end, duration = (_seconds(table, name) for name in ("start", "end", "duration"))
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
    duration, before = _seconds(table, "duration"), None
    for chapter_path, chapter in _tables(table, "chapters", path):
        start = _seconds(chapter, "start")
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


def _texts(table: Table, name: str) -> list[str]:
    entries = table.get(name)
    return [entry for entry in entries if isinstance(entry, str)] if isinstance(entries, list) else []


def _id(table: Table) -> str:
    name = table.get("id")
    return name if isinstance(name, str) else ""


def _seconds(table: Table, name: str) -> int | None:
    value = table.get(name)
    return parse_clock(str(value)) if type(value) in {int, str} else None
