"""What a mark moved: the thing it is in, and its section."""

from collections.abc import Sequence

from llmpath.actions.learning_path import LearningPath
from llmpath.domain.coverage import asked
from llmpath.domain.outline import Node
from llmpath.views.marked import MovedView


def moved(path: LearningPath, nodes: Sequence[Node]) -> tuple[MovedView, ...]:
    """Return how far the thing is that all of `nodes` are in, and their section, or everything."""
    placed = [node for node in nodes if node.number]
    things = {_holder(path, node) for node in placed}
    sections = {path.outline.by_number[node.number.partition(".")[0]] for node in placed}
    found = []
    if len(things) == 1 and not (thing := things.pop()).is_section and thing.parts:
        found.append(_moved(path, thing.id, "chapter" if thing.is_leaf else "part", [thing]))
    if len(sections) > 1:
        found.append(_moved(path, "", "resource", path.outline.sections))
    for section in sections if len(sections) == 1 else ():
        if len(section.parts) > 1 or not found:
            found.append(_moved(path, f"section {section.number}", "resource", [section]))
    return tuple(found)


def _holder(path: LearningPath, node: Node) -> Node:
    """Return what a chapter or a part is in, and anything else as it is."""
    parent = path.outline.parent(node)
    return node if parent is None or parent.is_section else parent


def _moved(path: LearningPath, name: str, unit: str, nodes: Sequence[Node]) -> MovedView:
    parts = [part for node in nodes for part in node.parts if not part.is_chapter or asked(part, node)]
    statuses = [path.standings.of(part).status for part in parts]
    standing = path.standings.total(nodes)
    return MovedView(
        name=name,
        unit=unit,
        done=statuses.count("done"),
        skipped=statuses.count("skipped"),
        among=len(parts),
        seconds_left=path.time_for(standing.left),
        estimated=standing.estimated,
    )
