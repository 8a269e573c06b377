"""What a curriculum is refused for is named clean, whatever it is and wherever it stands."""

import json

import pytest
import tomli_w

from hostile.documents import CURRICULUM, Place, leaves, put, tables
from hostile.fields import CUT, REFUSED_FIELDS, TAKEN, TEXTS, TITLES, marker, name_of, path
from hostile.learner import FORMS, TERMINALS, Learner
from hostile.sequences import MARKUP, SEQUENCES, chunks, through

CHUNKS = chunks([*SEQUENCES, *MARKUP])


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


RAW = {
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
