"""What a link alone says of a new resource."""

import re

import pytest

from llmpath.domain.new_resource import new_resource
from llmpath.domain.outline import ID
from llmpath.errors import BadLinkError

KINDS = {
    "https://youtu.be/VMj-3S1tku0?si=abc": "video",
    "https://m.youtube.com/watch?v=VMj-3S1tku0&list=PLx": "video",
    "https://www.youtube.com/playlist?list=PLx": "playlist",
    "https://www.youtube.com/@AndrejKarpathy": "link",
    "https://arxiv.org/abs/1706.03762": "paper",
    "http://www.arxiv.org/pdf/1706.03762v7": "paper",
    "https://export.arxiv.org/html/1706.03762": "paper",
    "https://arxiv.org/list/cs.LG/recent": "link",
    "https://notarxiv.org/abs/1706.03762": "link",
    "https://github.com/karpathy/micrograd": "repo",
    "https://www.github.com/karpathy/micrograd/?utm_source=x#readme": "repo",
    "https://github.com/karpathy": "link",
    "https://github.com/karpathy/nanoGPT/blob/master/README.md": "link",
    "https://gist.github.com/karpathy/d4dee566867f8291f086": "link",
    "https://example.org/video": "link",
}
TITLES = {
    "https://jalammar.github.io/illustrated-transformer/": "illustrated-transformer",
    "https://arxiv.org/abs/1706.03762": "1706.03762",
    "https://example.org/a%20b?x=1#part": "a b",
    "https://example.org/%E4%BD%A0%E5%A5%BD": "你好",
    "https://www.example.org/": "example.org",
    "https://example.org/x%1b%5b2J": "example.org/x%1b%5b2J",
    "https://example.org/%E2%80%AEgpj.exe": "example.org/%E2%80%AEgpj.exe",
    "https://example.org/%ff": "example.org/%ff",
    "https://example.org/%20": "example.org/%20",
    "https://www.youtube.com/watch?v=VMj-3S1tku0&t=90": "youtu.be/VMj-3S1tku0",
    "https://www.youtube.com/playlist?list=PLx": "youtube.com/playlist?list=PLx",
    "https://example.org/" + "x" * 3000: "x" * 200,
}
IDS = {
    "Attention Is All You Need": "attention-is-all-you-need",
    "  Über  alles ": "uber-alles",
    "1706.03762": "link-1706-03762",
    "next": "link-next",
    "video": "link-video",
    "你好": "link-1",
    "": "link-1",
    "word " * 30: "-".join(["word"] * 12),
    "x" * 99: "x" * 60,
    "Taken": "taken-3",
}


@pytest.mark.parametrize(("url", "kind"), KINDS.items())
def test_the_kind_is_read_off_the_link(url: str, kind: str) -> None:
    assert new_resource(url, None, None, ()).kind == kind
    assert new_resource(url, None, "article", ()).kind == "article"


@pytest.mark.parametrize(("url", "title"), TITLES.items())
def test_the_title_is_the_last_part_of_the_path_or_the_link(url: str, title: str) -> None:
    found = new_resource(url, None, None, ())
    assert (found.title, found.url) == (title, url)
    assert new_resource(url, " A  title ", None, ()).title == "A title"


@pytest.mark.parametrize(("title", "id_"), IDS.items())
def test_the_id_is_the_slug_of_the_title_and_no_one_elses(title: str, id_: str) -> None:
    found = new_resource("https://example.org/", title, None, {"taken", "taken-2"}).id
    assert found == id_
    assert re.fullmatch(ID, found)


def test_what_is_no_link_is_refused() -> None:
    with pytest.raises(BadLinkError):
        new_resource("example.org/x", None, None, ())
