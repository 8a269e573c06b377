"""The conventions of places and settings: XDG, no HOME, and what goes over what."""

from pathlib import Path

import pytest

from e2e.program import Program, one_line

PLACES = {
    "state": "XDG_STATE_HOME",
    "data": "XDG_DATA_HOME",
    "config": "XDG_CONFIG_HOME",
    "cache": "XDG_CACHE_HOME",
}
DEFAULTS = {"state": ".local/state", "data": ".local/share", "config": ".config", "cache": ".cache"}


def paths(program: Program) -> dict[str, Path]:
    rows = [line.split(maxsplit=1) for line in program.ok("paths").splitlines()]
    return {name: Path(path) for name, path in rows}


def test_paths_tells_the_places_of_xdg(program: Program) -> None:
    found = paths(program)
    assert {name: found[name] for name in DEFAULTS} == {
        name: program.home / place / "llmpath" for name, place in DEFAULTS.items()
    }


def test_the_variables_of_xdg_move_everything(program: Program) -> None:
    told = program.home / "told"
    program.environ |= {variable: str(told / name) for name, variable in PLACES.items()}
    found = paths(program)
    assert {name: found[name] for name in PLACES} == {name: told / name / "llmpath" for name in PLACES}
    (program.home / "mine.toml").write_text('schema = 1\nid = "mine"\ntitle = "Mine"\nsections = []\n')
    for line in ("mark done micrograd", "config speed 2", "curriculum add mine.toml", "list"):
        program.ok(line)
    assert sorted(path.name for path in program.home.iterdir()) == ["mine.toml", "told"]
    assert sorted(path.name for path in told.iterdir()) == sorted(PLACES)


def test_without_home_it_reads_and_says_that_it_cannot_record(program: Program) -> None:
    program.environ["HOME"] = None
    assert "micrograd" in program.ok("next")
    answer = program("mark done micrograd")
    assert (answer.stdout, answer.code) == ("", 1)
    assert "HOME" in one_line(answer)


@pytest.mark.parametrize(
    ("name", "values"), [("curriculum", ("llm-learning-pointers", "one", "two", "three"))]
)
def test_flag_over_environment_over_file_over_default(
    program: Program, name: str, values: tuple[str, ...]
) -> None:
    default, of_file, of_environment, of_flag = values
    for id_ in values[1:]:
        (program.home / f"{id_}.toml").write_text(f'schema = 1\nid = "{id_}"\ntitle = "T"\nsections = []\n')
        program.ok(f"curriculum add {id_}.toml")
    assert program.ok(f"config {name}") == f"{default}\n"
    program.ok(f"curriculum use {of_file}")
    assert program.ok(f"config {name}") == f"{of_file}\n"
    program.environ["LLMPATH_CURRICULUM"] = of_environment
    assert program.ok(f"config {name}") == f"{of_environment}\n"
    assert program.ok(f"config {name} -c {of_flag}") == f"{of_flag}\n"
