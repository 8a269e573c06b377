"""What is refused of TOML that tomllib would take, or would choke on."""

import pytest

from llmpath import toml

LONG = ".".join("abcdefghijklmnopqrstuvwxyz0123456789")
DEEP = f"x = {{{'{'.join('.'.join('a' * 30) + ' = ' for _ in range(60))}1{'}' * 60}\n"


@pytest.mark.parametrize(
    "text",
    [
        f'x = "[{LONG}]"',
        f'x = "\\" [{LONG}]"',
        f"x = '[{LONG}]'",
        f'x = """\n[{LONG}]\n""""',
        f"x = '''\n[{LONG}]\n'''",
        f"# [{LONG}]\nx = 1",
        f'"[{LONG}]" = 1',
    ],
)
def test_texts_comments_and_names_may_look_like_long_keys(text: str) -> None:
    assert len(toml.loads(text)) == 1


@pytest.mark.parametrize(
    "text", [f"[{LONG}]", f"x = {{ {LONG} = 1 }}", f'"a" . {LONG} = 1', f'x = "text" # "\n{LONG} = 1']
)
def test_a_long_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"at most 32 parts \(at line \d+, column \d+\)"):
        toml.loads(text)


def test_what_is_nested_deeply_by_keys_of_many_parts_is_refused() -> None:
    with pytest.raises(ValueError, match=r"Nested too deeply \(at line 2, column 1\)"):
        toml.loads(f"y = 1\n{DEEP}")


@pytest.mark.parametrize("quotes", ['""""', '"""""', "''''", "'''''"])
def test_a_text_that_ends_in_quotes_of_its_own_ends_with_them(quotes: str) -> None:
    begin = quotes[:3]
    assert toml.loads(f'x = [{begin}a{quotes}, "<{LONG}>"]')["x"][1] == f"<{LONG}>"
    with pytest.raises(ValueError, match="at most 32 parts"):
        toml.loads(f'x = {{ a = {begin}b{quotes}, {LONG} = "c" }}')


@pytest.mark.parametrize("unclosed", ['\\"', '"', "'", '"""\\', "'''a'"])
def test_texts_that_are_not_closed_are_refused_however_many_they_are(unclosed: str) -> None:
    """Each is read once: read to the end of the line from every quote, they would take minutes."""
    with pytest.raises(ValueError, match=r"at (line \d+|end of document)"):
        toml.loads(f"# {'.' * 40}\nx = {unclosed * 50_001}\n")


def test_what_is_nested_too_deeply_is_found_by_its_own_name() -> None:
    with pytest.raises(ValueError, match=r"at line 2, column 1"):
        toml.loads(f"max = 1\n{DEEP}")
