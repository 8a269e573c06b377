"""The wheel, the sdist and an editable install, each made from a clean copy of the tracked files."""

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
MAN_PAGE = "share/man/man1/llmpath.1"


class Installed(NamedTuple):
    """An environment with llmpath in it, and the copy of the checkout that it was made from."""

    environment: Path
    checkout: Path

    def run(self, *command: str) -> str:
        """Run a program of the environment from `/`, without a word on stderr."""
        answer = subprocess.run(
            [str(self.environment / "bin" / command[0]), *command[1:]],
            env={"HOME": str(self.environment), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
            cwd="/",
            capture_output=True,
            text=True,
            check=True,
        )
        assert answer.stderr == ""
        return answer.stdout

    def distribution(self) -> Distribution:
        (found,) = distributions(name="llmpath", path=[str(packages_of(self.environment))])
        return found


def tracked(folder: str) -> list[str]:
    command = ["git", "ls-files", "-z", "--", folder]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return names.rstrip("\0").split("\0")


def packages_of(environment: Path) -> Path:
    (packages,) = environment.glob("lib/python*/site-packages")
    return packages


def clean_copy(parent: Path) -> Path:
    """Copy the tracked files; the curriculum of the copy has a title that no other one has."""
    copy = parent / "checkout"
    for name in tracked("."):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, copy / name)
    retitle(copy, "As packaged")
    return copy


def retitle(checkout: Path, title: str) -> None:
    path = checkout / "data/curriculum.toml"
    text = path.read_text("utf-8")
    old = next(line for line in text.splitlines() if line.startswith("title = "))
    path.write_text(text.replace(old, f'title = "{title}"', 1), "utf-8")


def packaged(checkout: Path) -> dict[str, bytes]:
    """Return what a package must hold: the tracked files of src/llmpath, and those of data/ in llmpath/."""
    places = {name.removeprefix("src/"): name for name in tracked("src/llmpath")}
    places |= {f"llmpath/{name}": name for name in tracked("data")}
    return {place: (checkout / name).read_bytes() for place, name in places.items()}


def environment_with(folder: Path, *what: str) -> Path:
    """Make an environment with llmpath in it, beside the dependencies that the tests run with."""
    venv.create(folder, symlinks=True)
    here = [entry for entry in sys.path if entry.endswith(("site-packages", "dist-packages"))]
    (packages_of(folder) / "zz-dependencies.pth").write_text("\n".join(here))
    pip = [sys.executable, "-m", "pip", "--isolated", "--python", str(folder / "bin/python"), "install"]
    alone = ["--ignore-installed", "--no-deps", "--no-index", "--no-build-isolation"]
    subprocess.run([*pip, *alone, *what], capture_output=True, check=True)
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean copy of the checkout, with a wheel and an sdist in its dist/."""
    checkout = clean_copy(tmp_path_factory.mktemp("built"))
    build = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel"]
    subprocess.run(build, cwd=checkout, capture_output=True, check=True)
    return checkout


@pytest.fixture(scope="module", params=["wheel", "sdist", "editable"])
def installed(
    built: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Installed:
    folder = tmp_path_factory.mktemp("installed")
    if request.param == "editable":
        checkout = clean_copy(folder)
        return Installed(environment_with(folder / "venv", "--editable", str(checkout)), checkout)
    (file,) = built.glob("dist/*.whl" if request.param == "wheel" else "dist/*.tar.gz")
    return Installed(environment_with(folder / "venv", str(file)), built)


def test_the_wheel_holds_the_tracked_package_and_data_and_nothing_else(built: Path) -> None:
    (wheel,) = built.glob("dist/*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = sorted(name for name in archive.namelist() if not name.startswith("llmpath-"))
        assert names == sorted(packaged(built))
        assert {name: archive.read(name) for name in names} == packaged(built)


def test_the_wheel_shares_the_man_page_and_nothing_else(built: Path) -> None:
    (wheel,) = built.glob("dist/*.whl")
    with zipfile.ZipFile(wheel) as archive:
        shared = {
            name.partition(".data/")[2]: archive.read(name) for name in archive.namelist() if ".data/" in name
        }
    assert shared == {f"data/{MAN_PAGE}": (built / "docs/llmpath.1").read_bytes()}


def test_an_install_puts_the_man_page_where_man_looks(installed: Installed) -> None:
    assert (installed.environment / MAN_PAGE).is_file()


@pytest.mark.parametrize("installed", ["sdist"], indirect=True)
def test_what_the_sdist_installs_is_the_same(installed: Installed) -> None:
    files = installed.distribution().files or []
    package = [file for file in files if file.parts[0] == "llmpath" and "__pycache__" not in file.parts]
    assert {str(file): file.read_binary() for file in package} == packaged(installed.checkout)


def test_an_installed_program_finds_its_curriculum_from_anywhere(installed: Installed) -> None:
    document = json.loads(installed.run("llmpath", "list", "--json"))
    assert document["curriculum"]["id"] == "llm-learning-pointers"
    assert document["curriculum"]["title"] == "As packaged"
    assert (len(document["sections"]), document["totals"]["resources"]) == (8, 20)


def test_the_version_is_that_of_the_metadata(installed: Installed) -> None:
    version = f"llmpath {installed.distribution().version}\n"
    assert installed.run("llmpath", "--version") == version
    assert installed.run("python", "-m", "llmpath", "--version") == version


@pytest.mark.parametrize("installed", ["editable"], indirect=True)
def test_an_editable_install_follows_its_checkout(installed: Installed) -> None:
    retitle(installed.checkout, "Edited since")
    document = json.loads(installed.run("llmpath", "list", "--json"))
    assert document["curriculum"]["title"] == "Edited since"
    retitle(installed.checkout, "As packaged")
