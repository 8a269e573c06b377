"""The curriculum format. These models are its one definition; `curriculum schema` prints them."""

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from llmpath.domain.durations import seconds_of
from llmpath.domain.keys import parse_link
from llmpath.domain.outline import ID, RESERVED_IDS, Kind
from llmpath.errors import BadLinkError

TEXT_LIMIT = 100_000
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def _id(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(ID, value, re.ASCII):
            raise ValueError(
                "an id is lower case letters and digits in words joined by -, such as essence-of-calculus"
            )
        if value in RESERVED_IDS:
            raise ValueError(f"{value} is a word of the command line; choose another id")
    return value


def _link(value: Any) -> Any:
    if isinstance(value, str):
        try:
            parse_link(value)
        except BadLinkError as error:
            raise ValueError(f"{error.message}; {error.hint}") from error
    return value


def _former(value: Any) -> Any:
    is_link = isinstance(value, str) and value.lower().startswith(("http://", "https://"))
    return _link(value) if is_link else value


def _one(value: Any) -> Any:
    if type(value) is not int or value != 1:
        raise ValueError("this llmpath reads schema = 1")
    return value


def _seconds(value: Any) -> Any:
    seconds = seconds_of(value)
    if seconds is None:
        raise ValueError('a length or position is "h:mm:ss", "m:ss" or whole seconds')
    return seconds


def _length(value: Any) -> Any:
    seconds = _seconds(value)
    if seconds == 0:
        raise ValueError("a length is longer than nothing; leave it out where it is not known")
    return seconds


def _title(value: Any) -> Any:
    if isinstance(value, str):
        value = " ".join(value.split())
        if not value:
            raise ValueError("a title is not empty")
        if _CONTROL.search(value):
            raise ValueError("a title has no control characters")
    return value


_CLOCK_SCHEMA = WithJsonSchema(
    {
        "anyOf": [
            {"type": "string", "pattern": r"^(\d+:)?\d{1,2}:\d{2}$|^\d+$"},
            {"type": "integer", "minimum": 0},
        ]
    }
)

Id = Annotated[str, BeforeValidator(_id), WithJsonSchema({"type": "string", "pattern": f"^{ID}$"})]
Url = Annotated[str, BeforeValidator(_link), WithJsonSchema({"type": "string", "format": "uri"})]
Former = Annotated[str, BeforeValidator(_former), StringConstraints(max_length=TEXT_LIMIT, strict=True)]
Seconds = Annotated[int, BeforeValidator(_seconds), _CLOCK_SCHEMA]
Length = Annotated[int, BeforeValidator(_length), _CLOCK_SCHEMA]
Title = Annotated[str, BeforeValidator(_title), StringConstraints(max_length=1000, strict=True)]
Text = Annotated[str, StringConstraints(max_length=TEXT_LIMIT, strict=True)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CompanionTable(_Table):
    """What goes with a resource: slides, notes, code."""

    title: Title
    url: Url


class ChapterTable(_Table):
    """The beginning of a chapter; it ends where the next one begins."""

    start: Seconds
    title: Title


class _ThingTable(_Table):
    """What resources and parts have in common."""

    title: Title
    url: Url | None = None
    author: Title | None = None
    duration: Length | None = Field(default=None, description="h:mm:ss, m:ss or seconds")
    start: Seconds | None = Field(default=None, description="where learning starts")
    end: Seconds | None = Field(default=None, description="where learning ends")
    note: Text | None = Field(default=None, description="Markdown")
    was: tuple[Former, ...] = Field(default=(), description="links, keys or ids it had before")
    links: tuple[CompanionTable, ...] = ()
    chapters: tuple[ChapterTable, ...] = ()


class PartTable(_ThingTable):
    """A playlist's video or a course's lesson. Its kind is `video` in a playlist, `link` elsewhere."""

    kind: Kind | None = None


class ResourceTable(_ThingTable):
    """One thing to learn from."""

    id: Id
    kind: Kind
    after: tuple[Text, ...] = Field(default=(), description="ids to finish first: advice, never a lock")
    parts: tuple[PartTable, ...] = ()


class SectionTable(_Table):
    """A heading with resources under it."""

    id: Id
    title: Title
    note: Text | None = None
    after: tuple[Text, ...] = ()
    resources: tuple[ResourceTable, ...] = ()


class CurriculumTable(_Table):
    """A curriculum file."""

    schema_: Annotated[Literal[1], BeforeValidator(_one)] = Field(alias="schema")
    id: Id
    title: Title
    version: Text | None = None
    source: Text | None = None
    sections: tuple[SectionTable, ...] = Field(default=(), max_length=100_000)
