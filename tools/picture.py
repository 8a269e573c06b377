"""Writes docs/llmpath.svg, the picture in the README: what the program shows a learner after some weeks.

`python tools/picture.py` after a change of these screens.
`python tools/written.py` runs this and the others. The picture asks for no font of the web, and carries
its own background, so that it looks alike on a light page and on a dark one.
"""

import re
from collections.abc import Iterator
from html import unescape
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from learner import learner

FILE = Path(__file__).parents[1] / "docs/llmpath.svg"
COLUMNS = 80
SHOWN = ("", "next --for 25m", "progress")
WEEKS = """
# 2 19
done vectors
# 4 20
done how-networks-work
# 7 10
open micrograd
mark doing @32:10
# 10 20
mark doing micrograd@1:08:20
# 14 9
done embeddings
# 19 20
mark doing micrograd@1:39:31
# 23 19
done attention-step-by-step
# 24 20
open micrograd
mark doing @2:01:12
"""
THEME = TerminalTheme(
    background=(22, 27, 34),
    foreground=(225, 230, 236),
    normal=[
        (72, 79, 88), (255, 123, 114), (86, 211, 100), (227, 179, 65),
        (121, 192, 255), (210, 168, 255), (86, 212, 221), (225, 230, 236),
    ],
)  # fmt: skip
FORM = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<!-- Written by tools/picture.py from a run of llmpath; not for editing. -->
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px;
}}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def svg() -> str:
    """Return the picture of the commands and their answers, with room around them."""
    console = Console(record=True, file=StringIO(), width=COLUMNS + 2, force_terminal=True)
    console.print(Padding(Text("\n\n").join(_screens()), (0, 1, 1, 1)))
    drawn = console.export_svg(title="", theme=THEME, code_format=FORM, unique_id="llmpath")
    return "".join(f"{line.strip()}\n" for line in drawn.splitlines() if line.strip())


def _screens() -> Iterator[Text]:
    """Yield each command as it is typed, with its answer."""
    with learner(WEEKS) as run:
        for command in SHOWN:
            answer = Text.from_ansi(run.ok(command, columns=COLUMNS, colour=True))
            answer.rstrip()
            yield Text.assemble(("$ ", "green"), (f"llmpath {command}", "bold"), "\n", answer)


def seen(picture: str) -> list[tuple[str, str]]:
    """Return the colours of a picture and the texts in them; how rich places them differs by version."""
    colours = dict(re.findall(r"\.(llmpath-r\d+) \{ fill: (#\w+)", picture))
    texts = re.findall(r'<text class="(llmpath-r\d+)"[^>]*>([^<]*)</text>', picture)
    return [(colours[style], unescape(text)) for style, text in texts if text.strip()]


def main() -> None:
    """Write the picture."""
    FILE.write_text(svg(), "utf-8")


if __name__ == "__main__":
    main()
