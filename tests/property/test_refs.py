"""Every ref that llmpath prints names what it was printed for."""

from hypothesis import given
from hypothesis import strategies as st

from llmpath.domain.keys import parse_link, url_of
from llmpath.domain.outline import Node
from llmpath.domain.records import Progress
from llmpath.domain.refs import Refs
from llmpath.sources.library import Library

OUTLINE = Library(None).outline()
NODES = tuple(OUTLINE.walk())
REFS = Refs(OUTLINE, Progress(), lambda: None, lambda _: None)


@given(st.sampled_from(NODES))
def test_printing_and_parsing_a_number_or_id_is_the_identity(node: Node) -> None:
    assert REFS.resolve(node.number).node == node
    assert REFS.resolve(node.id).node == node


@given(st.sampled_from([node for node in NODES if node.url and not node.is_chapter]))
def test_a_link_names_what_has_its_key(node: Node) -> None:
    found = REFS.resolve(str(node.url)).node
    assert found.key == node.key
    assert found == OUTLINE.called(found)


HOSTS = (
    "youtu.be/{}",
    "www.youtube.com/watch?v={}",
    "m.youtube.com/embed/{}?start=1",
    "youtube.com/live/{}#t=9",
)


@given(st.text("abcDEF019_-", min_size=11, max_size=11), st.sampled_from(HOSTS))
def test_a_key_is_the_same_however_the_link_is_spelled(video_id: str, host: str) -> None:
    key = f"youtube:{video_id}"
    assert parse_link("https://" + host.format(video_id)).key == key
    assert parse_link(url_of(key) or "").key == key


@given(
    st.from_regex(
        r"https?://[a-z]{1,5}\.(org|com)(:80|:443)?(/[A-Za-z0-9.%~_é-]{0,6}){0,3}(\?[a-z]=[0-9])?",
        fullmatch=True,
    )
)
def test_the_link_of_a_key_has_that_key(link: str) -> None:
    key = parse_link(link).key
    assert url_of(key) is None or parse_link(url_of(key) or "").key == key
