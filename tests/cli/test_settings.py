"""What is set for every call: by flag, environment and file, in this order; nothing in it stops a command."""

from collections.abc import Callable
from pathlib import Path

import pytest

from llmpath.cli.call import Call
from llmpath.domain.outline import BUNDLED_ID
from llmpath.domain.settings import InForce, Settings
from llmpath.store.settings import read_settings
from shell import Shell

Read = Callable[..., tuple[Settings, list[str]]]


@pytest.fixture
def config(run: Shell) -> Path:
    path = run.home / ".config/llmpath/config.toml"
    path.parent.mkdir(parents=True)
    return path


@pytest.fixture
def read(config: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Writes the file, then returns the settings and what is said of them."""

    def settings(
        content: str | bytes, curriculum: str | None = None, **environ: str
    ) -> tuple[Settings, list[str]]:
        for name in ("LLMPATH_SPEED", "LLMPATH_CURRICULUM"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environ.items():
            monkeypatch.setenv(name, value)
        config.write_bytes(content.encode() if isinstance(content, str) else content)
        said: list[str] = []
        return read_settings(config, {"curriculum": curriculum}, said.append), said

    return settings


def test_without_any_the_defaults_hold_and_nothing_is_said(tmp_path: Path) -> None:
    said: list[str] = []
    for path in (None, tmp_path / "absent/config.toml"):
        settings = read_settings(path, {}, said.append)
        assert settings.speed == 1.0
        assert settings.of("curriculum") == (BUNDLED_ID, "default")
    assert said == []


def test_a_session_has_the_speed(monkeypatch: pytest.MonkeyPatch, run: Shell, config: Path) -> None:
    config.write_text("speed = 1.5\n")
    monkeypatch.setenv("HOME", str(run.home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    assert Call(["list"], run.clock).session().settings.speed == 1.5
    monkeypatch.setenv("LLMPATH_SPEED", "2")
    assert Call(["list"], run.clock).session().settings.speed == 2.0


def test_a_flag_goes_over_the_environment_and_that_over_the_file(read: Read) -> None:
    text = 'curriculum = "of-file"\n'
    settings, said = read(text, "of-flag", LLMPATH_CURRICULUM="of-environment")
    assert settings.of("curriculum") == ("of-flag", "flag")
    assert settings.kept("curriculum") == ("of-file", "file")
    assert read(text, LLMPATH_CURRICULUM="mine.toml")[0].of("curriculum") == ("mine.toml", "environment")
    assert read(text, LLMPATH_CURRICULUM="")[0].of("curriculum") == ("of-file", "file")
    assert said == []


@pytest.mark.parametrize("speed", ["0.5", "1", "1.25", "4", "4.0"])
def test_a_speed_is_a_number_from_a_half_to_four(read: Read, speed: str) -> None:
    right = InForce(float(speed), "file")
    assert read(f"speed = {speed}\n") == (Settings(told={}, saved={"speed": right.value}), [])
    assert read("", LLMPATH_SPEED=speed)[0].of("speed") == (float(speed), "environment")


@pytest.mark.parametrize(
    "speed", ["0.49", "4.01", "-1", "nan", "inf", "true", '"fast"', "[1.5]", "2026-11-24"]
)
def test_a_wrong_speed_is_said_once_and_passed_over(read: Read, speed: str) -> None:
    settings, said = read(f'curriculum = "mine"\nspeed = {speed}\n')
    assert (settings.of("speed"), settings.of("curriculum")) == ((1.0, "default"), ("mine", "file"))
    assert len(said) == 1
    assert "speed is a number from 0.5 to 4" in said[0]


@pytest.mark.parametrize("speed", ["0.49", "1,5", "fast", "nan", "1_5", "١", "1e0", "9" * 5000])
def test_a_wrong_variable_is_said_and_the_file_counts(read: Read, speed: str) -> None:
    settings, said = read("speed = 2\n", LLMPATH_SPEED=speed)
    assert settings.of("speed") == (2.0, "file")
    assert said == ["LLMPATH_SPEED is ignored: speed is a number from 0.5 to 4"]


def test_two_wrong_ones_are_said_in_one_line(read: Read) -> None:
    settings, said = read('curriculum = "../x"\nspeed = 9\n')
    assert settings.saved == {}
    assert len(said) == 1


@pytest.mark.parametrize(
    "content",
    ["speed = \n", b"\xff\xfe", b"speed = 2 # \x00", "a=" + "[" * 20_000, "a = " + "9" * 5000, b"#" * 2**21],
    ids=["wrong", "not UTF-8", "NUL", "deep", "long number", "large"],
)
def test_a_broken_file_is_said_in_one_line_by_every_command_and_the_defaults_hold(
    run: Shell, config: Path, content: str | bytes
) -> None:
    config.write_bytes(content.encode() if isinstance(content, str) else content)
    result = run("list --ids")
    assert (result.code, result.stderr.count("\n")) == (0, 1)
    assert result.stderr.startswith(f"llmpath: {config} is ignored: ")
    assert "micrograd" in result.stdout.splitlines()
    assert run("done micrograd").code == 0


def test_what_is_no_file_is_passed_over(run: Shell, config: Path) -> None:
    config.mkdir()
    result = run("list --ids")
    assert (result.code, result.stderr.count("\n")) == (0, 1)
    assert str(config) in result.stderr


def test_settings_of_a_later_llmpath_are_let_be(read: Read) -> None:
    assert read('colour = "blue"\n[sync]\nfolder = "x"\n') == (Settings(told={}, saved={}), [])


def test_a_file_that_would_take_minutes_is_passed_over_at_once(read: Read) -> None:
    settings, said = read(".".join(["a"] * 20_000) + " = 1\n")
    assert settings.saved == {}
    assert len(said) == 1
    assert " is ignored: " in said[0]
