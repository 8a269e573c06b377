"""What the README and the pages of docs/ name is there."""

import re
from pathlib import Path

import pytest

from shell import Shell

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/**/*.md"))]
LINK = re.compile(r"\]\(([\w./-]*)(?:#([\w-]+))?\)")


def headings(page: Path) -> set[str]:
    """Return what stands behind `#` in links to the headings of a page."""
    titles = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    for path, heading in LINK.findall(page.read_text("utf-8")):
        target = page.parent / path if path else page
        assert target.exists(), path
        assert not heading or heading in headings(target), (path, heading)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_that_a_page_names_exists(run: Shell, page: Path) -> None:
    for name in set(re.findall(r"`llmpath ([a-z]+)", page.read_text("utf-8"))):
        assert run(f"{name} --help").code == 0, name
