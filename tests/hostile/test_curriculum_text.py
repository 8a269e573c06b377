"""Every text of a curriculum is data: of no sequence in any field does a byte steer the terminal."""

import json

import pytest

from hostile.commands import SCREENS
from hostile.documents import CURRICULUM, put, values
from hostile.fields import NEVER_SHOWN, TAKEN, TEXT_FIELDS, TEXTS, TITLES, marker, name_of
from hostile.learner import TERMINALS, Learner
from hostile.sequences import BIDI, MARKUP, OWN, through

HOSTILE = put(CURRICULUM, {place: marker(place) + TAKEN[name_of(place)] for place in TEXT_FIELDS})


def outputs(learner: Learner, form: str) -> dict[str, str]:
    """Return what each command writes on either stream; all of them work."""
    results = [(line, learner(line, form)) for line in SCREENS]
    assert [(line, result) for line, result in results if result.code] == []
    return {f"{at} {line}": result.stdout + result.stderr for at, (line, result) in enumerate(results)}


def test_no_sequence_in_any_field_comes_through_any_command(learner: Learner, form: str) -> None:
    learner.teach(HOSTILE)
    written = outputs(learner, form)
    got = {line: through(text, terminal=form in TERMINALS) for line, text in written.items()}
    assert {line: text for line, text in got.items() if text} == {}
    shown = {place for place in TEXT_FIELDS if any(marker(place) in text for text in written.values())}
    hidden = {name_of(place) for place in set(TEXT_FIELDS) - shown}
    assert form == "narrow" or hidden == NEVER_SHOWN


def test_no_sequence_in_a_link_comes_through_any_command(learner: Learner, form: str) -> None:
    plain = {place: link for place, link in values(CURRICULUM) if name_of(place) == "url"}
    odd = {
        place: f"{link}{'&' if '?' in link else '?'}{marker(place)}{''.join(BIDI)}"
        for place, link in plain.items()
    }
    learner.teach(put(CURRICULUM, odd))
    written = "".join(outputs(learner, form).values())
    assert through(written, terminal=form in TERMINALS) == ""
    assert [place for place in odd if marker(place) not in written] == []


def test_no_sequence_comes_through_to_a_real_terminal(learner: Learner) -> None:
    learner.teach(HOSTILE)
    answers = learner.forks(environ={"TERM": "xterm-256color"}, stdout="terminal")
    assert [line for line, answer in answers.items() if answer.code] == []
    told = "".join(answer.stdout for answer in answers.values())
    assert "\x1b[36m" in told
    assert through(told, terminal=True) == ""


def test_what_is_shown_of_a_field_is_the_same_text_in_json(learner: Learner) -> None:
    learner.teach(HOSTILE)
    node = json.loads(learner("show 1.1", "json").stdout)
    assert node["note"].endswith(TEXTS)
    assert node["node"]["title"].endswith(" ".join(TITLES.split()))


@pytest.mark.parametrize("form", ["pipe", "wide"])
def test_markup_stands_as_it_was_written(learner: Learner, form: str) -> None:
    texts = {place: f"{marker(place)}{' '.join(MARKUP)}." for place in TEXT_FIELDS}
    learner.teach(put(CURRICULUM, texts))
    written = OWN.sub("", "".join(outputs(learner, form).values()))
    shown = [place for place in TEXT_FIELDS if name_of(place) not in NEVER_SHOWN]
    assert [place for place in shown if texts[place] not in written] == []


def test_a_note_keeps_its_lines(learner: Learner) -> None:
    learner.teach(put(CURRICULUM, {("sections", 0, "note"): "[/red]\nand a\ttab\n\nthe end"}))
    lines = learner("show 1").stdout.splitlines()
    at = lines.index("[/red]")
    assert lines[at : at + 4] == ["[/red]", "and a tab", "", "the end"]
