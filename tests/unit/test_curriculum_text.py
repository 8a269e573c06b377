"""Curriculum files as bytes: encodings, line ends, TOML that is none, and files no one wrote by hand."""

from pathlib import Path

import pytest

from llmpath.errors import CurriculumFaultsError, NoCurriculumFileError
from llmpath.sources.toml_file import SIZE_LIMIT, check, outline_of, read
from unit.curricula import HEAD, PLAYLIST, SECTION, VIDEO, findings, places

BOM = b"\xef\xbb\xbf"
THING = "sections[0].resources[0]"


def test_a_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    windows = BOM + VIDEO.replace("\n", "\r\n").encode()
    assert findings(windows) == []
    assert outline_of(check(windows), "windows.toml").by_id["vectors"].title == "Vectors"


def test_lines_are_counted_the_same_with_windows_line_ends() -> None:
    text = VIDEO + 'note = """\none\ntwo\n"""\nduraton = 5\n'
    assert places(text) == [(f"{THING}.duraton", 17)]
    assert places(BOM + text.replace("\n", "\r\n").encode()) == [(f"{THING}.duraton", 17)]


@pytest.mark.parametrize("start", [b"", BOM])
@pytest.mark.parametrize("bad", [b"\xff", b"\xe9", b"\xc3(", b"\xed\xa0\x80"])
def test_what_is_not_utf8_is_refused_at_its_line(start: bytes, bad: bytes) -> None:
    assert findings(start + b"schema = 1\n" + bad) == [("", 2, "the file is not UTF-8", "save it as UTF-8")]
    assert places(start + b'schema = 1\nid = "mine"\ntitle = "' + bad + b'"\n') == [("", 3)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_another_unicode_encoding_is_refused(encoding: str) -> None:
    assert findings(HEAD.encode(encoding)) == [("", 1, "the file is not UTF-8", "save it as UTF-8")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('schema = 1\nid = "a\n', 2),
        ("schema = 1\nschema = 1\n", 2),
        ("schema = 1\n[sections\n", 2),
        ("schema = 1\n\nid = mine\n", 3),
        ('schema = 1\ntitle = "\\q"\n', 2),
        ("schema = 1\x00\n", 1),
        ("schema = 1\n[[sections]]\n[sections]\n", 3),
        ("schema = 1\nsections = [\n", 2),
        ('schema = 1\ntitle = """\n\n', 3),
        ("schema =", 1),
    ],
)
def test_wrong_toml_is_refused_at_its_line(text: str, line: int) -> None:
    ((path, found, message, hint),) = findings(text)
    assert (path, found, message[:12], hint) == ("", line, "wrong TOML: ", "mend that line")


@pytest.mark.parametrize("opening", ["[", "{a=", "[{a="])
def test_values_nested_deeply_are_refused_at_their_line(opening: str) -> None:
    ((path, line, message, hint),) = findings(HEAD + "note = " + opening * 20_000)
    assert (path, line, hint) == ("", HEAD.count("\n") + 1, "mend that line")
    assert message.lower() == "wrong toml: nested too deeply"


def test_tables_nested_a_little_are_fields_that_are_not_known() -> None:
    deep = ".".join(["a"] * 30)
    assert [path for path, _ in places(f"{HEAD}{deep} = 1\n")] == ["a"]
    assert places(f"{HEAD}[{deep}]\n")[0][0] == "a"


def test_keys_of_thousands_of_parts_are_refused_at_their_line() -> None:
    ((path, line, message, _),) = findings(f"{HEAD}{'.'.join(['a'] * 5000)} = 1\n")
    assert (path, line) == ("", HEAD.count("\n") + 1)
    assert "at most 32 parts" in message


@pytest.mark.parametrize("number", ["9" * 5000, "9" * 4000, "0x" + "F" * 5000], ids=["5000", "4000", "hex"])
def test_a_huge_integer_is_refused(number: str) -> None:
    for field in ("duration", "start", "note", "colour"):
        assert len(findings(f"{VIDEO}{field} = {number}\n")) == 1
    assert len(findings(HEAD.replace("= 1", f"= {number}"))) == 1


def test_a_clock_of_huge_numbers_is_refused() -> None:
    assert places(f'{VIDEO}duration = "{"9" * 5000}:00:00"\n') == [(f"{THING}.duration", 13)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (HEAD + 'sections = "x"\n', ("sections", 4)),
        (HEAD + "[sections]\n", ("sections", 4)),
        (HEAD + "sections = [1]\n", ("sections[0]", 4)),
        (SECTION + "resources = {}\n", ("sections[0].resources", 8)),
        (SECTION + "[sections.resources]\n", ("sections[0].resources", 8)),
        (SECTION + "resources = [[]]\n", ("sections[0].resources[0]", 8)),
        (PLAYLIST + "[sections.resources.parts]\n", (f"{THING}.parts", 13)),
    ],
)
def test_tables_stand_in_lists(text: str, place: tuple[str, int]) -> None:
    assert places(text) == [place]


def test_a_refusal_speaks_of_toml_and_not_of_the_program() -> None:
    text = SECTION + 'after = "x"\nresources = [1]\n'
    words = " ".join(finding.message for finding in findings(text))
    assert "tuple" not in words
    assert "ResourceTable" not in words


def test_a_file_with_faults_gives_no_outline_and_names_the_first(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(VIDEO + 'duraton = 5\nauthr = "x"\nurl = "x"\n', encoding="utf-8")
    with pytest.raises(CurriculumFaultsError) as refusal:
        outline_of(check(read(path)), str(path))
    assert refusal.value.exit_code == 2
    assert (
        refusal.value.message
        == f"{path} is not a curriculum: line 13, {THING}.duraton: there is no such field (and 2 more)"
    )
    assert refusal.value.hint == f"llmpath curriculum check {path}"


def test_a_file_has_32_mebibytes_at_most(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    assert SIZE_LIMIT == 32 * 2**20
    with path.open("wb") as file:
        file.truncate(SIZE_LIMIT)
    assert len(read(path)) == SIZE_LIMIT
    with path.open("ab") as file:
        file.write(b"#")
    with pytest.raises(NoCurriculumFileError, match="larger than 32 M"):
        read(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    with pytest.raises(NoCurriculumFileError) as refusal:
        read(path)
    assert (refusal.value.message, refusal.value.exit_code) == (f"there is no file {path}", 2)


def test_a_folder_is_no_curriculum(tmp_path: Path) -> None:
    with pytest.raises(NoCurriculumFileError):
        read(tmp_path)
