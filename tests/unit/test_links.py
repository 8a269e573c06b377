"""Links: their canonical form, those that are refused, and those that are made from a key."""

import pytest

from llmpath.domain.keys import LINK_LIMIT, at_moment, parse_link, url_of
from llmpath.errors import BadLinkError


@pytest.mark.parametrize(
    ("link", "key"),
    [
        ("http://example.org:443/", "example.org:443"),
        ("https://example.org:80/", "example.org:80"),
        ("https://example.org:/a", "example.org/a"),
        ("http://example.org:080/a", "example.org/a"),
        ("https://[2001:DB8::1]/A/", "[2001:db8::1]/A"),
        ("https://[2001:db8::1]:443/A", "[2001:db8::1]/A"),
        ("http://[::1]:8080", "[::1]:8080"),
        ("https://192.0.2.7/a", "192.0.2.7/a"),
        ("https://WWW.Example.ORG./a", "example.org/a"),
        ("https://BÜCHER.example/", "xn--bcher-kva.example"),
    ],
)
def test_a_host_has_one_form(link: str, key: str) -> None:
    assert parse_link(link).key == key


@pytest.mark.parametrize(
    ("link", "key"),
    [
        ("https://example.org/%41%2d%5F", "example.org/A-_"),
        ("https://example.org/a%2fb%2F", "example.org/a%2Fb%2F"),
        ("https://example.org/a/%2e%2E/b", "example.org/b"),
        ("https://example.org/../../a/.", "example.org/a"),
        ("https://example.org/a//b///", "example.org/a//b"),
        ("https://example.org/100%", "example.org/100%"),
        ("https://example.org/a%zz", "example.org/a%zz"),
        ("https://example.org/a|b", "example.org/a%7Cb"),
        ("https://example.org/@user", "example.org/@user"),
        ("https://example.org/?b=%3d&a=%7E", "example.org?a=~&b=%3D"),
        ("https://example.org/a?b=2&b=1&&c", "example.org/a?b=1&b=2&c"),
        ("https://example.org/a?q=你", "example.org/a?q=%E4%BD%A0"),
        ("https://example.org/a#/Route/", "example.org/a#/Route/"),
        ("https://example.org/a#%7e", "example.org/a#~"),
    ],
)
def test_escapes_paths_and_queries_have_one_form(link: str, key: str) -> None:
    assert parse_link(link).key == key


@pytest.mark.parametrize(
    "parameter",
    ["utm_source", "utm_campaign", "utm_x", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "si", "ref_src"],
)
def test_a_tracking_parameter_is_left_out(parameter: str) -> None:
    assert parse_link(f"https://example.org/a?{parameter}=1&ref=2").key == "example.org/a?ref=2"
    assert parse_link(f"https://example.org/a?{parameter}").key == "example.org/a"


@pytest.mark.parametrize(
    "link",
    [
        "",
        "example.org/a",
        "https:example.org",
        "https:/example.org",
        "http://",
        "https://?q",
        "https://#a",
        "ftp://example.org/",
        "mailto:someone@example.org",
        "data:text/html,x",
        "vbscript:x",
        "JavaScript://example.org/%0aalert(1)",
        "https://user@example.org/",
        "https://@example.org/",
        "https://user@youtu.be/VMj-3S1tku0",
        "https://example.org@evil.example/",
        "https://example.org\\@evil.example/",
        "https://example.org%40evil.example/",
        "https://example.org\u2100evil.example/",
        "https://example..org/",
        "https://.example.org/",
        "https://-example.org/",
        "https://exa<mple.org/",
        "https://example.org:99999/",
        "https://example.org:8o/",
        "https://[::1/",
        "https://[::1].evil.example/",
        "https://[nope]/",
        "https://[fe80::1%25eth0]/",
        " https://example.org/",
        "https://example.org/ ",
        "https://example.org/a b",
        "https://example.org/\u00a0",
        "https://example.org/`id`",
        'https://example.org/"',
        "https://example.org/<b>",
    ],
)
def test_a_hostile_link_is_refused(link: str) -> None:
    with pytest.raises(BadLinkError) as refusal:
        parse_link(link)
    assert (refusal.value.exit_code, refusal.value.code) == (2, "bad_link")
    assert refusal.value.hint != ""


CONTROLS = [*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xD800, 0xDCFF]


@pytest.mark.parametrize("code", CONTROLS, ids=hex)
def test_a_control_character_anywhere_in_a_link_is_refused(code: int) -> None:
    for link in (
        "{}https://example.org/",
        "https://exam{}ple.org/",
        "https://example.org/a{}",
        "ht{}tps://a.b",
    ):
        with pytest.raises(BadLinkError):
            parse_link(link.format(chr(code)))


def test_a_link_is_as_long_as_the_limit_at_most() -> None:
    link = "https://example.org/".ljust(LINK_LIMIT, "a")
    assert len(parse_link(link).key) == LINK_LIMIT - len("https://")
    with pytest.raises(BadLinkError) as refusal:
        parse_link(link + "a")
    assert "long" in f"{refusal.value.message}; {refusal.value.hint}"
    assert len(refusal.value.message) < 100


@pytest.mark.parametrize(
    ("key", "url"),
    [
        ("youtube:VMj-3S1tku0", "https://www.youtube.com/watch?v=VMj-3S1tku0"),
        ("youtube-playlist:PLabc", "https://www.youtube.com/playlist?list=PLabc"),
        ("brilliant.org/courses/vectors", "https://brilliant.org/courses/vectors"),
        ("example.org:8443/a?b=1#c", "https://example.org:8443/a?b=1#c"),
        ("mine#exercise", None),
        ("mine#exercise/first-part", None),
        ("youtube-playlist:PLabc/neural-networks-overview", None),
        ("youtube:VMj-3S1tku0/first-part", None),
        ("javascript:alert(1)", None),
        ("user@example.org/a", None),
        ("example.org/a b", None),
    ],
)
def test_a_key_gives_a_link_that_opens_it_or_none(key: str, url: str | None) -> None:
    assert url_of(key) == url


@pytest.mark.parametrize(
    ("link", "query"),
    [
        ("https://youtu.be/VMj-3S1tku0?si=x&t=5", ""),
        ("https://www.youtube.com/watch?v=VMj-3S1tku0&list=PLabc&index=2&t=1m", "&list=PLabc&index=2"),
        ("http://m.youtube.com/watch?list=PLabc&v=VMj-3S1tku0#t=25s", "&list=PLabc"),
        ("https://www.youtube-nocookie.com/embed/VMj-3S1tku0?start=90", ""),
        ("https://www.youtube.com/live/VMj-3S1tku0", ""),
    ],
)
def test_a_video_plays_from_a_moment(link: str, query: str) -> None:
    moved = at_moment(link, 4350)
    assert moved == f"https://www.youtube.com/watch?v=VMj-3S1tku0{query}&t=4350s"
    assert parse_link(moved) == ("youtube:VMj-3S1tku0", 4350)


@pytest.mark.parametrize(
    "link",
    ["https://example.org/talk?t=5", "https://www.youtube.com/playlist?list=PLabc", "https://a.example/#t=9"],
)
def test_what_is_no_video_cannot_be_moved_to_a_moment(link: str) -> None:
    assert at_moment(link, 4350) == link
