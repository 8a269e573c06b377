"""The conventions of colour: none in a pipe, NO_COLOR, TERM=dumb, FORCE_COLOR; and of encodings."""

import pytest

from e2e.program import Program
from e2e.screen import colours, links
from e2e.terminal import on_terminal

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty:DeprecationWarning")  # the child only runs llmpath

LINES = ("", "list --parts", "show micrograd", "next -n 3", "progress", "doctor", "--help", "undo")
GREEK = "# Άλφα\n"


@pytest.fixture
def begun(program: Program) -> Program:
    program.ok("mark done micrograd")
    return program


def test_no_escape_codes_in_a_pipe(begun: Program) -> None:
    assert [line for line in LINES if "\x1b" in begun.ok(line, TERM="xterm-256color")] == []
    assert "\x1b" not in begun("show nothing", TERM="xterm-256color").stderr


def test_whole_links_in_a_pipe(begun: Program) -> None:
    shown = begun.ok("show zero-to-hero", COLUMNS="40").split()
    assert "https://www.youtube.com/playlist?list=PLAqhIrjkxbuWI23v9cThsA9GvCAUhRvKZ" in shown
    assert "…" not in begun.ok("list", COLUMNS="40")


def test_no_color(begun: Program) -> None:
    assert colours(on_terminal(begun, "list"))
    output = on_terminal(begun, "list", NO_COLOR="1")
    assert colours(output) == set()
    assert links(output)


def test_term_dumb(begun: Program) -> None:
    assert on_terminal(begun, "list", TERM="dumb") == begun.ok("list")


def test_force_color(begun: Program) -> None:
    assert colours(begun.ok("list", FORCE_COLOR="1"))
    assert colours(begun.ok("list", FORCE_COLOR="0")) == set()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_ascii_and_cp1252(program: Program, encoding: str) -> None:
    source = 'schema = 1\nid = "m"\ntitle = "Άλφα – café"\nsections = []\n'
    (program.home / "m.toml").write_text(source, "utf-8")
    program.environ["PYTHONIOENCODING"] = program.encoding = encoding
    lines = ("", "list --parts", "progress", "list -c m.toml", "-c m.toml")
    for line in lines:
        shown = program.ok(line, FORCE_COLOR="1", COLUMNS="60")
        assert shown
    title = program.ok("curriculum check m.toml")
    assert (
        title == f"good: {'???? ? caf?' if encoding == 'ascii' else '???? – café'}: 0 sections, 0 resources\n"
    )
