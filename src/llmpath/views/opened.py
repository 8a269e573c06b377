"""What `llmpath open` did."""

from typing import NamedTuple

from llmpath.views import in_json


@in_json(left_out={"title", "moment", "part"})
class LinkView(NamedTuple):
    """A link that was opened. `moment` is the second it plays from; `part` has no link of its own."""

    number: str | None
    id: str | None
    key: str
    url: str
    title: str
    moment: int | None = None
    part: str | None = None


class OpenView(NamedTuple):
    """The links, whether that was recorded, and whether a program, or the terminal, was given all of them."""

    links: tuple[LinkView, ...]
    recorded: bool
    opened: bool
    sent: bool = False
