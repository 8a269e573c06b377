"""What refs name, naively: numbers, moments, ranges of neighbours and all up to a number."""

from llmpath.domain.outline import Node, Outline


def named(outline: Outline, ref: str) -> list[tuple[Node, int | None]]:
    """Return what `1.2`, `1.2@30`, `1.1..3` or `..1.2` names, a moment in seconds."""
    nodes = {node.number: node for node in outline.walk()}
    first, dots, last = ref.partition("..")
    if not dots:
        number, _, moment = ref.partition("@")
        return [(nodes[number], int(moment) if moment else None)]
    if first:
        parent = first[: first.rfind(".") + 1]
        numbers = [f"{parent}{at}" for at in range(int(first.removeprefix(parent)), int(last) + 1)]
    else:
        numbers = [*_before(list(nodes), last), last]
    return [(nodes[number], None) for number in numbers]


def _before(numbers: list[str], last: str) -> list[str]:
    """Return what stands before a number and is in nothing else that does: not what it lies in itself."""
    around = {last[:at] for at, sign in enumerate(last) if sign == "."}
    earlier = [number for number in numbers[: numbers.index(last)] if number not in around]
    return [number for number in earlier if number.rpartition(".")[0] in {*around, ""}]
