"""Every text of a curriculum is data: of no sequence in any field does a byte steer the terminal."""

import json
from typing import Any

import pytest
import tomli_w

from hostile.commands import SCREENS
from hostile.documents import CURRICULUM, Place, leaves, put, tables, values
from hostile.learner import FORMS, TERMINALS, Learner
from hostile.sequences import BIDI, MARKUP, OWN, SEQUENCES, SOFT, chunks, through

TITLES = "".join([*SOFT, *MARKUP])
TEXTS = "".join([*SEQUENCES, *MARKUP])
TAKEN = {"title": TITLES, "author": TITLES, "note": TEXTS, "version": TEXTS, "source": TEXTS, "was": TEXTS}
"""The fields that are taken whatever they say; all others are refused."""
CUT = {"url"}
"""The fields of which a refusal shows no more than the beginning."""
NEVER_SHOWN = {"source", "was", "version"}
"""… but for the version in JSON."""
CHUNKS = chunks([*SEQUENCES, *MARKUP])


def name_of(place: Place) -> str:
    """Return the name of the field that a place is, or is in."""
    return next(name for name in reversed(place) if isinstance(name, str))


def marker(place: Place) -> str:
    return f"~{'.'.join(map(str, place))}~"


TEXT_FIELDS = [place for place in leaves(CURRICULUM) if name_of(place) in TAKEN]
REFUSED_FIELDS = [place for place in leaves(CURRICULUM) if name_of(place) not in TAKEN]
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
    assert form == "narrow" or hidden == NEVER_SHOWN - ({"version"} if form == "json" else set())


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


@pytest.mark.parametrize("chunk", CHUNKS)
def test_a_check_of_all_fields_at_once_names_each_fault_and_lets_nothing_through(
    learner: Learner, chunk: str
) -> None:
    document = put(CURRICULUM, dict.fromkeys(leaves(CURRICULUM), chunk))
    document = put(document, {(*place, f"field {chunk}"): chunk for place in tables(document)})
    learner.teach(document)
    for form in FORMS:
        result = learner("curriculum check FILE", form)
        assert result.code == 1
        assert through(result.stdout + result.stderr, terminal=form in TERMINALS) == ""
    faulty = {fault["path"] for fault in json.loads(result.stdout)["errors"]}
    assert faulty >= {path(place) for place in REFUSED_FIELDS}
    assert len([name for name in faulty if "field " in name]) == len(list(tables(CURRICULUM)))


@pytest.mark.parametrize(
    "place", [*leaves(CURRICULUM), *((*at, "") for at in tables(CURRICULUM))], ids=marker
)
def test_a_curriculum_refused_for_one_field_is_refused_in_one_clean_line(
    learner: Learner, place: Place
) -> None:
    for text in CHUNKS if name_of(place) in CUT else [TEXTS]:
        *inner, name = place
        learner.teach(put(CURRICULUM, {(*inner, text if name == "" else name): text}))
        result = learner("list")
        assert through(result.stdout + result.stderr) == ""
        assert result.stderr.count("\n") == (result.code == 2)
        assert result.code == (2 if name_of(place) not in TAKEN or TAKEN[name_of(place)] == TITLES else 0)


RAW: dict[str, Any] = {
    "a comment": "# {}\n",
    "a text": 'version = "{}"\n',
    "a bare key": "{} = 1\n",
    "a value": "version = {}\n",
    "a header": "[{}]\n",
    "nothing": "{}\n",
}


@pytest.mark.parametrize("line", RAW.values(), ids=RAW)
def test_sequences_that_are_no_toml_are_refused_in_one_clean_line(learner: Learner, line: str) -> None:
    text = tomli_w.dumps(CURRICULUM)
    for chunk in CHUNKS:
        learner.file.write_bytes((line.replace("{}", chunk) + text).encode())
        check, other = learner("curriculum check FILE", "wide"), learner("list")
        assert (check.code, other.code) in {(0, 0), (1, 2)}
        assert other.stderr.count("\n") == (other.code == 2)
        assert through(check.stdout + check.stderr, terminal=True) == ""
        assert through(other.stdout + other.stderr) == ""


def path(place: Place) -> str:
    """Return a place as a finding names it."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place).removeprefix(".")
