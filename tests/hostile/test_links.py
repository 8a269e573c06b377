"""Links and ids that mean harm: nothing runs but the browser, no shell, and nothing is written outside."""

import json
import tomllib
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from hostile.commands import TAKING_WORDS
from hostile.documents import CURRICULUM, put
from hostile.forks import Fork, forked
from hostile.learner import Learner
from hostile.links import LINKS, REFUSED_LINKS, TAKEN_LINKS, WORDS

URLS = {
    "sections[0].resources[0].url": ("sections", 0, "resources", 0, "url"),
    "sections[0].resources[0].links[0].url": ("sections", 0, "resources", 0, "links", 0, "url"),
    "sections[0].resources[1].url": ("sections", 0, "resources", 1, "url"),
    "sections[0].resources[1].parts[0].url": ("sections", 0, "resources", 1, "parts", 0, "url"),
}
IDS = {
    "id": ("id",),
    "sections[0].id": ("sections", 0, "id"),
    "sections[0].resources[0].id": ("sections", 0, "resources", 0, "id"),
}
AFTER = {"sections[1].after[0]": ("sections", 1, "after", 0)}
OPENING = {"--", "1", "next", "last"}
"""The words that name something to open, the last of them once the first was opened."""


def faulty(learner: Learner, document: dict[str, Any]) -> set[str]:
    """Return the places of the faults of a curriculum, which has some."""
    learner.teach(document)
    result = learner("curriculum check FILE", "json")
    assert result.code == 1
    return {fault["path"] for fault in json.loads(result.stdout)["errors"]}


@pytest.mark.parametrize("links", [REFUSED_LINKS[::2], REFUSED_LINKS[1::2]], ids=["even", "odd"])
def test_what_is_no_link_is_refused_wherever_a_curriculum_has_one(
    learner: Learner, links: Sequence[str]
) -> None:
    for link in links:
        assert faulty(learner, put(CURRICULUM, dict.fromkeys(URLS.values(), link))) == {*URLS}, link


def test_what_is_no_id_is_refused_wherever_a_curriculum_has_one(learner: Learner) -> None:
    for word in WORDS:
        assert faulty(learner, put(CURRICULUM, dict.fromkeys(IDS.values(), word))) >= {*IDS}, word
        assert faulty(learner, put(CURRICULUM, dict.fromkeys(AFTER.values(), word))) == {*AFTER}, word


def assert_harmless(learner: Learner, answers: Sequence[Fork], opened: Sequence[str]) -> None:
    """The browser and nothing else was started, with a link each; only state and cache were written to."""
    browser = learner.run.environ["BROWSER"]
    deeds = [deed for answer in answers for deed in answer.deeds]
    started = [(deed.event, *deed.of[:2]) for deed in deeds if not deed.changed]
    assert started == [("subprocess.Popen", browser, repr([browser, link])) for link in opened]
    home = learner.run.home
    own = (learner.run.state, home / ".cache/llmpath")
    above = {str(folder) for place in own for folder in place.parents if folder.is_relative_to(home)}
    changed = {path for deed in deeds for path in deed.changed} - above - {"/dev/null"}
    assert [path for path in changed if not path.startswith(tuple(map(str, own)))] == []
    there = {home.name, "browser", "opened", "mine.toml"}
    assert {path.name for path in home.parent.iterdir()} <= there


def test_a_link_that_is_taken_is_one_word_for_the_browser(learner: Learner) -> None:
    resources = [
        {"id": f"r{at}", "kind": "article", "title": link, "url": link, "was": [link], "note": link}
        for at, link in enumerate(TAKEN_LINKS)
    ]
    learner.teach({**CURRICULUM, "sections": [{"id": "s", "title": "S", "resources": resources}]})
    lines = [f"open 1.{at}" for at in range(1, len(TAKEN_LINKS) + 1)]
    answers = learner.forks([*lines, "list", "show last", "log", "done 1.1 1.2", "undo"])
    assert [answer.code for answer in answers.values()] == [0] * len(answers)
    assert_harmless(learner, list(answers.values()), TAKEN_LINKS)


def test_a_curriculum_with_a_link_that_is_none_runs_and_writes_nothing(
    learner: Learner, tmp_path: Path
) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    lines = []
    for at, link in enumerate(REFUSED_LINKS):
        file = folder / f"{at}.toml"
        file.write_text(tomli_w.dumps(put(CURRICULUM, {URLS["sections[0].resources[0].url"]: link})), "utf-8")
        lines.append(["open", "1.1", "-c", str(file)])
    answers = forked(lines, {**learner.run.environ, "HOME": str(learner.run.home)})
    assert [answer.code for answer in answers] == [2] * len(REFUSED_LINKS)
    assert [answer.deeds for answer in answers if answer.deeds] == []


def test_a_link_or_a_word_on_the_command_line_runs_and_writes_nothing(learner: Learner) -> None:
    typed = [word for word in (*LINKS, *WORDS) if "\0" not in word]
    environ = {**learner.run.environ, "HOME": str(learner.run.home)}
    answers = dict(zip(typed, forked([["open", word] for word in typed], environ), strict=True))
    harmless = [answer for word, answer in answers.items() if word not in OPENING]
    assert [word for word in typed if word not in OPENING and answers[word].code != 2] == []
    assert_harmless(learner, harmless, [])
    assert not [deed for answer in harmless for deed in answer.deeds if "/state/llmpath/" in str(deed.of)]
    assert_harmless(
        learner,
        [answers[word] for word in typed if word in OPENING],
        ["https://www.youtube.com/watch?v=VMj-3S1tku0&t=10s"] * len(OPENING),
    )


def test_a_link_is_added_as_it_was_typed_or_refused(learner: Learner) -> None:
    title = "[/red] ''' \"\"\" # \\\\ {0} }] ]]"
    own = learner.run.home / ".local/share/llmpath/curricula/llm-learning-pointers.toml"
    for link in TAKEN_LINKS:
        assert learner(["add", "-c", "llm-learning-pointers", "--title", title, "--", link]).code == 0, link
    before = own.read_bytes()
    for link in REFUSED_LINKS:
        assert learner(["add", "-c", "llm-learning-pointers", "--", link]).code == 2, link
    assert own.read_bytes() == before
    added = tomllib.loads(before.decode())["sections"][-1]["resources"][-len(TAKEN_LINKS) :]
    assert [(new["url"], new["title"]) for new in added] == [(link, title) for link in TAKEN_LINKS]


def test_a_link_or_a_word_is_refused_by_every_command(learner: Learner) -> None:
    for word, verb in zip((*LINKS, *WORDS), cycle(TAKING_WORDS), strict=False):
        if word not in {*OPENING, "video"}:
            result = learner([*verb.split(), word])
            assert (result.code, result.stdout) == (2, ""), (verb, word, result)
    for word in WORDS:
        result = learner(["list", "-c", word])
        assert result.code == (2 if word else 0), (word, result)
    assert {path.name for path in learner.run.home.iterdir()} == {".cache"}
