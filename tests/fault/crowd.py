"""Many commands at once, some of them killed: each mark that was answered is kept, and no other."""

import json
from collections.abc import Iterator

from fault.bench import Bench
from fault.images import lay_out
from fault.messages import Answer, Fault, Line
from fault.sweep import Point

HEAD = """
schema = 1
id = "long"
title = "Long"
[[sections]]
id = "one"
title = "One"
[[sections.resources]]
id = "lecture"
kind = "video"
title = "A lecture of many chapters"
url = "https://youtu.be/VMj-3S1tku0"
"""
KILLED_EACH = 3


def crowds(bench: Bench, size: int, rounds: int) -> Iterator[Point]:
    """Let `size` commands start at once, `rounds` times; every third of them is killed on its way."""
    lay_out({}, bench.home)
    curriculum = _curriculum(bench, size * rounds)
    sure, begun = set[int](), set[int]()
    for turn in range(rounds):
        numbers = range(turn * size + 1, (turn + 1) * size + 1)
        answers = bench.race(
            [(Line(f"mark done lecture/{number} -c {curriculum}"), _fate(number)) for number in numbers]
        )
        for number, answer in zip(numbers, answers, strict=True):
            begun.add(number)
            assert isinstance(answer, Answer)
            is_killed = _fate(number) is not None
            if answer.code == 0:
                sure.add(number)
            yield Point(f"mark {number}", () if is_killed or not answer.code else (f"answered {answer[:3]}",))
        done = _done(bench, curriculum)
        lost, unknown = sure - done, done - begun
        yield Point(f"round {turn}", (f"lost {lost}, never begun {unknown}",) if lost or unknown else ())


def _fate(number: int) -> Fault | None:
    """Return where a command is killed, each somewhere else: no run has fewer calls than 24."""
    return None if number % KILLED_EACH else Fault("kill", number % 24)


def _curriculum(bench: Bench, chapters: int) -> str:
    path = bench.root / "long.toml"
    starts = ", ".join(f'{{ start = {60 * at}, title = "Minute {at}" }}' for at in range(chapters))
    path.write_text(f"{HEAD}duration = {60 * chapters}\nchapters = [{starts}]\n")
    return str(path)


def _done(bench: Bench, curriculum: str) -> set[int]:
    (listed,) = bench.talk(Line(f"list --json -c {curriculum}"))
    video = json.loads(listed.stdout)["sections"][0]["parts"][0]
    return {int(part["number"].split(".")[-1]) for part in video["parts"] if part["status"] == "done"}
