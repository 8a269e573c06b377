"""The conventions of width: 40 and 200 columns, with letters and signs that take two of them."""

import re
from pathlib import Path

import pytest

from e2e.program import Program
from e2e.screen import visible, width
from e2e.terminal import on_terminal

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty:DeprecationWarning")  # the child only runs llmpath

TITLES = (
    "深層学習の数学的基礎と実装:微分、連鎖律、誤差逆伝播法",
    "🧮🔥 gradients 🎓🎓 " * 3,
    "Plain",
    "e\u0301tude 🦜",
)
LINES = ("", "list", "list --parts", "next -n 4", "progress", "show s", "show t2", "search plain", "log")


@pytest.fixture
def wide(program: Program) -> Program:
    """A program whose curriculum has such titles, one of them done and one begun."""
    head = f'schema = 1\nid = "wide"\ntitle = "{TITLES[1]}"\n[[sections]]\nid = "s"\ntitle = "{TITLES[0]}"\n'
    resources = [
        f'[[sections.resources]]\nid = "t{at}"\nkind = "video"\ntitle = "{title}"\n'
        f'duration = {at * 5000 + 9}\nurl = "https://youtu.be/0000000000{at}"\n'
        f'chapters = [{{ start = 0, title = "{title}" }}]\n'
        for at, title in enumerate(TITLES)
    ]
    path = program.home / "wide.toml"
    Path(path).write_text(head + "".join(resources), "utf-8")
    program.environ["LLMPATH_CURRICULUM"] = str(path)
    program.ok("mark done t1")
    program.ok("mark doing t2@1:00")
    return program


@pytest.mark.parametrize("columns", [40, 200])
def test_no_line_but_a_link_is_wider_than_the_terminal(wide: Program, columns: int) -> None:
    for line in LINES:
        shown = visible(on_terminal(wide, line, columns)).splitlines()
        assert [text for text in shown if width(text) > columns and "https://" not in text] == [], line


@pytest.mark.parametrize("columns", [40, 200])
def test_columns_stand_under_each_other(wide: Program, columns: int) -> None:
    shown = visible(on_terminal(wide, "list", columns)).splitlines()
    rows = [row for row in shown if re.match(r"1(\.\d)? +[○◐●⊘] ", row)]
    assert len(rows) == 5
    assert len({width(row) for row in rows}) == 1
    assert {len(row[: row.index(sign)]) for row in rows for sign in "○◐●⊘" if sign in row} == {5}
