"""What is written to a progress file is read back as it was."""

import tomllib

import tomli_w
from hypothesis import given
from records_strategies import progresses

from llmpath.domain.records import Progress
from llmpath.store.progress_form import END, Header, digest, seal, to_toml
from llmpath.store.progress_reading import from_toml


@given(progresses)
def test_writing_and_reading_is_the_identity(progress: Progress) -> None:
    text = tomli_w.dumps(to_toml(Header(1, "1e092157f5d0", "5c1f0a"), progress))
    document = from_toml(tomllib.loads(text))
    assert document.faults == ()
    assert document.header == Header(1, "1e092157f5d0", "5c1f0a")
    assert document.progress == progress


@given(progresses)
def test_the_last_line_is_of_every_byte_before_it(progress: Progress) -> None:
    content = seal(tomli_w.dumps(to_toml(Header(), progress)))
    body, end, hex_digits = content.rpartition(END)
    assert end == END
    assert hex_digits == digest(body) + b"\n"
    assert tomllib.loads(content.decode()) == tomllib.loads(body.decode())
