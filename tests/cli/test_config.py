"""`llmpath config`: every setting, its value and where it comes from; one set, one taken back."""

import json
import stat
from pathlib import Path

import pytest

from cli.answers import answer
from shell import Shell

BUNDLED = "llm-learning-pointers"


@pytest.fixture
def config(run: Shell) -> Path:
    return run.home / ".config/llmpath/config.toml"


def write(config: Path, text: str) -> None:
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_bytes(text.encode())


def test_at_first_the_defaults_hold(run: Shell, config: Path) -> None:
    assert answer(run, "config") == {
        "schema": 1,
        "settings": [
            {"name": "curriculum", "value": BUNDLED, "source": "default"},
            {"name": "speed", "value": 1.0, "source": "default"},
        ],
    }
    assert run.ok("config") == f"curriculum  {BUNDLED}  default\nspeed       1.0                    default\n"
    assert not config.parent.exists()


def test_a_setting_is_saved_shown_and_taken_back_as_the_receipt_says(run: Shell, config: Path) -> None:
    first = run.ok("config speed 1.5")
    assert first == "speed: 1.5, was 1.0; llmpath config --unset speed takes it back\n"
    assert run.ok("config speed") == "1.5\n"
    assert answer(run, "config speed") == {
        "schema": 1,
        "settings": [{"name": "speed", "value": 1.5, "source": "file"}],
    }
    assert stat.S_IMODE(config.stat().st_mode) == 0o600
    assert run.ok("config speed 2") == "speed: 2.0, was 1.5; llmpath config speed 1.5 takes it back\n"
    run.ok("config speed 1.5")
    assert run.ok("config --unset speed") == (
        "speed: 1.0 by default, was 1.5; llmpath config speed 1.5 takes it back\n"
    )
    assert answer(run, "config speed")["settings"][0]["source"] == "default"


def test_what_is_so_already_is_said_and_not_written(run: Shell, config: Path) -> None:
    assert run.ok("config --unset speed") == "unchanged: speed is 1.0 by default\n"
    assert not config.parent.exists()
    run.ok("config speed 2")
    before = config.stat().st_ino, config.stat().st_mtime_ns
    assert run.ok("config speed 2.0") == "unchanged: speed is 2.0\n"
    assert (config.stat().st_ino, config.stat().st_mtime_ns) == before


def test_the_source_is_named_and_what_goes_over_the_file_is_said(run: Shell) -> None:
    run.environ["LLMPATH_SPEED"] = "3"
    assert answer(run, "config speed")["settings"] == [
        {"name": "speed", "value": 3.0, "source": "environment"}
    ]
    assert "speed: 2.0, was 1.0, but here LLMPATH_SPEED says 3.0; " in run.ok("config speed 2")
    chosen = answer(run, f"-c {BUNDLED} config curriculum")["settings"]
    assert chosen == [{"name": "curriculum", "value": BUNDLED, "source": "flag"}]


@pytest.mark.parametrize("value", ["0", "0.4", "4.1", "fast", "", "1,5", "nan", "-1"])
def test_a_wrong_value_is_a_wrong_command_line(run: Shell, config: Path, value: str) -> None:
    refused = run(["config", "speed", value])
    assert (refused.stdout, refused.code, refused.stderr.count("\n")) == ("", 2, 1)
    assert not config.exists()


@pytest.mark.parametrize("value", ["nothing-like-it", "mine.toml", "../x", ""])
def test_a_curriculum_is_set_only_if_it_is_there(run: Shell, config: Path, value: str) -> None:
    assert run(["config", "curriculum", value]).code == 2
    assert not config.exists()
    run.ok(f"config curriculum {BUNDLED}")
    assert answer(run, "config curriculum")["settings"][0]["source"] == "file"


@pytest.mark.parametrize("line", ["config sped", "config sped 2", "config --unset sped", "config --unset"])
def test_an_unknown_setting_is_a_wrong_command_line(run: Shell, line: str) -> None:
    refused = run(line)
    assert (refused.stdout, refused.code) == ("", 2)
    assert "speed" in refused.stderr


KEPT = """# what I like

colour = "blue"  # of a later llmpath
speed = 1.25   # lectures are slow
curriculum = "llm-learning-pointers"

[sync]
speed = 9
folder = '''
speed = 3
'''
"""


def test_comments_and_unknown_keys_stay_as_they_are(run: Shell, config: Path) -> None:
    write(config, KEPT)
    run.ok("config speed 2")
    assert config.read_text() == KEPT.replace("speed = 1.25", "speed = 2.0")
    run.ok("config --unset speed")
    assert config.read_text() == KEPT.replace("speed = 1.25   # lectures are slow\n", "")
    run.ok("config speed 1.25")
    assert config.read_text() == "speed = 1.25\n" + KEPT.replace("speed = 1.25   # lectures are slow\n", "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "speed = 2.0\n"),
        ("# no end", "# no end\nspeed = 2.0\n"),
        ('a = "x"\r\nspeed = 1\r\n', 'a = "x"\r\nspeed = 2.0\r\n'),
        ('"speed" = 1\n', "speed = 2.0\n"),
        ("speed = 9\n", "speed = 2.0\n"),
    ],
)
def test_a_file_of_any_form_is_changed(run: Shell, config: Path, before: str, after: str) -> None:
    write(config, before)
    run("config speed 2")
    assert config.read_bytes() == after.encode()


@pytest.mark.parametrize("text", ["speed = \n", "= [", "a = " + "[" * 20_000])
def test_a_broken_file_is_not_written_over(run: Shell, config: Path, text: str) -> None:
    write(config, text)
    for line in ("config speed 2", "config --unset speed"):
        refused = run(line)
        assert (refused.stdout, refused.code) == ("", 1)
        assert all(str(config) in said for said in refused.stderr.splitlines())
    assert config.read_text() == text
    assert run("config").code == 0


def test_a_link_is_followed_and_kept(run: Shell, config: Path, tmp_path: Path) -> None:
    write(config, "")
    config.unlink()
    config.symlink_to(tmp_path / "dotfiles.toml")
    (tmp_path / "dotfiles.toml").write_text("# mine\n")
    run.ok("config speed 2")
    assert config.is_symlink()
    assert (tmp_path / "dotfiles.toml").read_text() == "# mine\nspeed = 2.0\n"


def test_a_place_that_cannot_be_written_is_exit_code_1(run: Shell, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    run.environ["XDG_CONFIG_HOME"] = str(tmp_path / "file")
    refused = run("config speed 2 --json")
    assert (refused.stdout, refused.code) == ("", 1)
    document = json.loads(refused.stderr.splitlines()[-1])
    assert document["error"]["code"] == "settings"
    assert document["error"]["message"].startswith("cannot save settings: ")


def test_the_program_leaves_nothing_else_there(run: Shell, config: Path) -> None:
    run.ok("config speed 2")
    run.ok("config speed 3")
    assert sorted(path.name for path in config.parent.iterdir()) == ["config.lock", "config.toml"]


def test_what_is_left_names_the_speed_that_it_is_left_at(run: Shell) -> None:
    assert " left\n" in run.ok("progress")
    run.ok("config speed 1.5")
    for screen in ("", "progress"):
        assert " left at 1.5x\n" in run.ok(screen)
    assert answer(run, "list")["totals"]["speed"] == 1.5
