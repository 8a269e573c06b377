"""Keys: one thing, one key, however its link is spelled."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from llmpath.domain.keys import parse_link, slug
from llmpath.errors import BadLinkError

MICROGRAD = "youtube:VMj-3S1tku0"
VECTORS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "keys.toml").read_text(encoding="utf-8")
)["vector"]
TAKEN = [vector for vector in VECTORS if not vector.get("refused")]
REFUSED = [vector["link"] for vector in VECTORS if vector.get("refused")]
PLAIN = [vector["key"] for vector in TAKEN if not vector["key"].startswith(("youtube:", "youtube-playlist:"))]


@pytest.mark.parametrize("vector", TAKEN, ids=lambda vector: vector["link"])
def test_a_vector_has_its_key_and_its_moment(vector: dict[str, Any]) -> None:
    assert parse_link(vector["link"]) == (vector["key"], vector.get("moment"))


@pytest.mark.parametrize("link", REFUSED)
def test_a_vector_that_is_no_link_is_refused(link: str) -> None:
    with pytest.raises(BadLinkError):
        parse_link(link)


@pytest.mark.parametrize("key", PLAIN)
def test_a_key_read_as_a_link_is_itself(key: str) -> None:
    assert parse_link(f"https://{key}").key == key


@pytest.mark.parametrize(
    "link",
    [
        "https://youtube.com/watch?list=PLabc&index=3&v=VMj-3S1tku0&pp=xyz",
        "https://www.youtube.com/watch/?v=VMj-3S1tku0",
        "https://www.youtube.com./watch?v=VMj-3S1tku0",
        "https://www.youtube.com:443/watch?v=VMj-3S1tku0",
        "https://youtu.be/VMj-3S1tku0/",
        "https://m.youtube.com/shorts/VMj-3S1tku0?feature=share",
        "https://music.youtube.com/watch?v=VMj-3S1tku0&si=x",
        "https://youtube-nocookie.com/v/VMj-3S1tku0",
        "https://www.youtube.com/embed/VMj-3S1tku0?list=PLabc",
        "https://www.youtube.com/watch?v=VMj-3S1tku0&v=AAAAAAAAAAA",
    ],
)
def test_a_youtube_video_has_one_key_in_any_spelling(link: str) -> None:
    assert parse_link(link) == (MICROGRAD, None)


@pytest.mark.parametrize(
    ("link", "key"),
    [
        ("https://www.youtube.com/embed/videoseries?list=PLabc", "youtube-playlist:PLabc"),
        ("https://www.youtube-nocookie.com/embed/videoseries?list=PLabc&t=9", "youtube-playlist:PLabc"),
        ("https://music.youtube.com/playlist?list=PLabc#x", "youtube-playlist:PLabc"),
        ("https://www.youtube.com/embed/videoseries", "youtube.com/embed/videoseries"),
        ("https://www.youtube.com/playlist", "youtube.com/playlist"),
        ("https://www.youtube.com/playlist?list=PL%20", "youtube.com/playlist?list=PL%20"),
    ],
)
def test_a_youtube_playlist_has_the_key_of_its_list(link: str, key: str) -> None:
    assert parse_link(link) == (key, None)


@pytest.mark.parametrize(
    ("link", "key"),
    [
        ("https://www.youtube.com.evil.example/watch?v=VMj-3S1tku0", "youtube.com.evil.example/watch?v="),
        ("https://evilyoutube.com/watch?v=VMj-3S1tku0", "evilyoutube.com/watch?v="),
        ("https://youtu.be.evil.example/?v=VMj-3S1tku0", "youtu.be.evil.example?v="),
        ("https://evil.example/youtu.be?v=VMj-3S1tku0", "evil.example/youtu.be?v="),
    ],
)
def test_a_host_that_looks_like_youtube_is_another_host(link: str, key: str) -> None:
    assert parse_link(link).key == f"{key}VMj-3S1tku0"


@pytest.mark.parametrize(
    ("said", "second"),
    [
        ("?t=90", 90),
        ("?t=90s", 90),
        ("?t=10m", 600),
        ("?t=1h", 3600),
        ("?t=1h8m20s", 4100),
        ("?t=68m20s", 4100),
        ("?start=90", 90),
        ("?si=x&t=0", 0),
        ("#t=1m5s", 65),
        ("?t=soon", None),
        ("?t=", None),
        ("?t=-5", None),
        ("?t=soon#t=25", 25),
        ("#chapters", None),
    ],
)
def test_a_link_says_its_moment(said: str, second: int | None) -> None:
    assert parse_link(f"https://youtu.be/VMj-3S1tku0{said}") == (MICROGRAD, second)


def test_only_a_video_has_a_moment() -> None:
    assert parse_link("https://example.org/talk?t=90#t=5") == ("example.org/talk?t=90#t=5", None)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("The spelled-out intro to neural networks", "the-spelled-out-intro-to-neural-networks"),
        ("Limits, L'Hôpital's rule, and epsilon", "limits-l-hopital-s-rule-and-epsilon"),
        ("Perceptron | Neural Networks", "perceptron-neural-networks"),
        ("  What?!  ", "what"),
        ("e^(iπ) in 3.14 minutes", "e-i-in-3-14-minutes"),
        ("ﬁne Ⅳ", "fine-iv"),
        ("CAFE\u0301", "cafe"),
        ("線形代数", "%E7%B7%9A%E5%BD%A2%E4%BB%A3%E6%95%B0"),
        ("π", "%CF%80"),
        ("?/#", "%3F%2F%23"),
    ],
)
def test_a_slug_is_the_title_in_plain_letters(title: str, words: str) -> None:
    assert slug(title) == words


def test_a_slug_is_the_same_for_both_ways_to_write_an_accent() -> None:
    assert slug("Caf\u00e9") == slug("Cafe\u0301") == "cafe"
    assert slug("\u304c") == slug("\u304b\u3099") == "%E3%81%8C"
