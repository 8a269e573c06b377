"""What `llmpath open` did."""

from dataclasses import dataclass

from llmpath.views import drawn_only


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """A link that was opened. `moment` is the second it plays from; `part` has no link of its own."""

    number: str | None
    id: str | None
    key: str
    url: str
    title: str = drawn_only()
    moment: int | None = drawn_only(None)
    part: str | None = drawn_only(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenView:
    """The links, whether that was recorded, and whether a program took all of them."""

    links: tuple[LinkView, ...]
    recorded: bool
    opened: bool
