"""docs/json.md tells every field of every answer, and no other; what it shows has just these fields."""

import json
import re
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import pytest

import command_tree
import json_examples
from llmpath import errors
from llmpath.errors import LlmpathError
from llmpath.views import AS_IT_IS, JSON_FORMS
from llmpath.views.added import AddedView
from llmpath.views.checked import CheckView
from llmpath.views.curricula import CurriculaView, CurriculumChangeView
from llmpath.views.dashboard import DashboardView
from llmpath.views.doctor import DoctorView
from llmpath.views.listing import AllView, ListView
from llmpath.views.log import LogView
from llmpath.views.marked import MarkView, UndoView
from llmpath.views.node import NodeView, TotalsView
from llmpath.views.note import NotesView
from llmpath.views.opened import OpenView
from llmpath.views.places import PathsView
from llmpath.views.progress import ProgressView
from llmpath.views.search import SearchView
from llmpath.views.settings import SettingsView
from llmpath.views.show import ShowView
from llmpath.views.upcoming import NextView

PAGE = json_examples.FILE.read_text("utf-8")
SECTIONS = dict(re.findall(r"^##+ (.+)\n((?:(?!##).*\n)*)", PAGE, re.MULTILINE))
VIEWS: dict[str, list[Any]] = {
    "The node": [NodeView],
    "Totals": [TotalsView],
    "`llmpath`": [DashboardView],
    "`list`": [ListView, AllView],
    "`next`": [NextView],
    "`show`": [ShowView],
    "`open`": [OpenView],
    "`mark`, `done`, `skip`, `todo`": [MarkView],
    "`note`": [NotesView],
    "`search`": [SearchView],
    "`undo`, `redo`": [UndoView],
    "`progress`": [ProgressView],
    "`log`": [LogView],
    "`paths`": [PathsView],
    "`doctor`": [DoctorView],
    "`curriculum list`": [CurriculaView],
    "`curriculum use`, `curriculum add`, `curriculum remove`": [CurriculumChangeView],
    "`add`": [AddedView],
    "`config`": [SettingsView],
    "`curriculum check`": [CheckView],
}


def fields(view: Any) -> dict[str, Any]:
    """Return the fields that a view has in JSON, with their types."""
    form = JSON_FORMS.get(view, AS_IT_IS)
    own = get_type_hints(view)
    merged = fields(own.pop(form.merged)) if form.merged else {}
    return {name.rstrip("_"): kind for name, kind in (merged | own).items() if name not in form.left_out}


def within(kind: Any) -> Iterator[Any]:
    """Yield the views of which a field holds one or several."""
    if hasattr(kind, "_fields"):
        yield kind
    for inside in get_args(kind):
        yield from within(inside)


def all_within(view: Any, known: set[Any]) -> set[Any]:
    """Return a view and every view inside it."""
    if view not in known:
        known.add(view)
        for kind in fields(view).values():
            for inside in within(kind):
                all_within(inside, known)
    return known


def differences(value: Any, view: Any) -> Iterator[str]:
    """Yield where a document has other fields than its view."""
    if set(value) != set(fields(view)):
        yield f"{view.__name__}: {sorted(set(value) ^ set(fields(view)))}"
    for name, kind in fields(view).items():
        entries = value.get(name) if isinstance(value.get(name), list) else [value.get(name)]
        for inside in within(kind):
            for entry in entries:
                yield from differences(entry, inside) if entry is not None else ()


@pytest.mark.parametrize("title", VIEWS)
def test_the_table_has_the_fields_of_the_answer(title: str) -> None:
    cells = re.findall(r"^\| (`.*?) \|", SECTIONS[title], re.MULTILINE)
    told = [name for cell in cells for name in re.findall(r"`(\w+)`", cell)]
    assert sorted(told) == sorted(fields(VIEWS[title][0]))


def test_every_field_inside_an_answer_is_told_where_one_of_its_kind_is() -> None:
    told: dict[Any, str] = {}
    for title, (view, *_) in VIEWS.items():
        for inside in all_within(view, set()):
            told[inside] = told.get(inside, "") + SECTIONS[title]
    for view, text in told.items():
        words = set(re.findall(r"`(?:\w+\[\])?\.?(\w+)`", text))
        merged = set(fields(NodeView)) if JSON_FORMS.get(view, AS_IT_IS).merged else set()
        assert set(fields(view)) - merged - words == set(), view


@pytest.mark.parametrize("title", VIEWS)
def test_the_examples_have_the_fields_of_the_answer(title: str) -> None:
    documents = [json.loads(found["example"]) for found in json_examples.EXAMPLE.finditer(SECTIONS[title])]
    assert [document.pop("schema", 1) for document in documents] == [1] * len(documents)
    assert len(documents) >= len(VIEWS[title])
    for at, document in enumerate(documents):
        view = VIEWS[title][min(at, len(VIEWS[title]) - 1)]
        assert list(differences(document, view)) == []


def test_every_example_has_the_command_that_answers_so() -> None:
    assert len(json_examples.EXAMPLE.findall(PAGE)) == PAGE.count("```json")


def test_every_refusal_has_its_code_and_exit_code_in_the_table() -> None:
    rows = re.findall(r"^\| `(\w+)` \|.*\| (\d) \|$", SECTIONS["Errors"], re.MULTILINE)
    raised = {
        (kind.code, str(kind.exit_code))
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, LlmpathError) and kind is not LlmpathError
    }
    assert sorted(rows) == sorted(raised)


def test_every_command_that_answers_in_json_has_a_section() -> None:
    told = {name for title in VIEWS for name in re.findall(r"`(.+?)`", title)} | {"curriculum schema"}
    answering = [command for command in command_tree.commands() if not command.inside]
    assert {command.path for command in answering} == told - {"llmpath"}
