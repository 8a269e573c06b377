"""Several llmpath at once on one home: every mark of every one of them is kept."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from e2e.program import Program

PROCESSES, MARKS = 6, 10
CHAPTERS = PROCESSES * MARKS
END = b"# end of llmpath progress "
ONE_AFTER_THE_OTHER = 'command="$0"; for ref in "$@"; do "$command" mark done "$ref" || exit; done'

VIDEO = """
[[sections]]
id = "one"
title = "One"
[[sections.resources]]
id = "lecture"
kind = "video"
title = "A lecture of many chapters"
url = "https://youtu.be/VMj-3S1tku0"
"""


@pytest.fixture
def lecture(program: Program, curriculum: Callable[[str], Path]) -> Program:
    """The program with one video of a chapter for each mark, a minute each."""
    chapters = "".join(
        f'[[sections.resources.chapters]]\nstart = {minute * 60}\ntitle = "Minute {minute}"\n'
        for minute in range(CHAPTERS)
    )
    program.environ["LLMPATH_CURRICULUM"] = str(curriculum(f"{VIDEO}duration = {CHAPTERS * 60}\n{chapters}"))
    return program


def test_marks_of_many_processes_are_all_kept(lecture: Program) -> None:
    refs = [f"lecture/{number}" for number in range(1, CHAPTERS + 1)]
    marking = ("sh", "-c", ONE_AFTER_THE_OTHER)
    processes = [lecture.start(refs[at::PROCESSES], by=marking) for at in range(PROCESSES)]
    answers = [lecture.end(process) for process in processes]

    assert [(answer.code, answer.stderr) for answer in answers] == [(0, "")] * PROCESSES
    receipts = [line for answer in answers for line in answer.stdout.splitlines()]
    assert len([line for line in receipts if line.startswith("done: ")]) == CHAPTERS

    video = json.loads(lecture.ok("list --json"))["sections"][0]["parts"][0]
    assert [part["number"] for part in video["parts"] if part["status"] != "done"] == []
    assert (video["status"], video["seconds_done"], len(video["parts"])) == ("done", CHAPTERS * 60, CHAPTERS)

    body, end, digest = lecture.progress.read_bytes().rpartition(END)
    assert end == END
    assert digest == hashlib.sha256(body).hexdigest()[:16].encode() + b"\n"
    assert list(lecture.state.glob("*.tmp")) == []
    assert list(lecture.state.glob(".*")) == []
