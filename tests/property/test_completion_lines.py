"""What is cut out of sorted lines is what a look at each of them finds."""

from hypothesis import given
from hypothesis import strategies as st

from llmpath.cli.completion.lines import beginning_with, from_on, without

LINES = st.lists(st.text("ab/é\t", max_size=4), max_size=30).map(
    lambda texts: sorted(f"{text}\n".encode() for text in texts)
)
BEGINNINGS = st.text("ab/é", max_size=3).map(str.encode)


@given(LINES, BEGINNINGS)
def test_the_lines_with_a_beginning_are_found_all_and_alone(lines: list[bytes], beginning: bytes) -> None:
    expected = [line for line in lines if line.startswith(beginning)]
    assert beginning_with(beginning, b"".join(lines)) == b"".join(expected)


@given(LINES, BEGINNINGS)
def test_the_lines_from_a_beginning_on_are_those_not_before_it(lines: list[bytes], beginning: bytes) -> None:
    assert from_on(beginning, b"".join(lines)) == b"".join(line for line in lines if line >= beginning)


@given(LINES, st.sampled_from([b"", b"#", b"//"]))
def test_a_mark_is_taken_off_every_line(lines: list[bytes], mark: bytes) -> None:
    marked = b"".join(mark + line for line in lines)
    assert without(mark, marked) == b"".join(lines)
