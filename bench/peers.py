"""Other programs that list and tick off things on a command line, with as many things as llmpath has."""

import json
import re
import shutil
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from made_up import SECTION, title
from measuring import Case, ask, nothing, prepare


class Use(NamedTuple):
    """A command of a peer that is measured, and what undoes it before the next time."""

    words: Sequence[str]
    before: Sequence[str] = ()


class Peer(NamedTuple):
    """A program, the names that it has on PATH, and what fills a home and says what is measured in it."""

    name: str
    programs: Sequence[str]
    version: str
    fill: Callable[[str, Path, int], Sequence[Use]]


def peer_cases(folder: Path, sizes: Sequence[int]) -> tuple[list[Case], list[str]]:
    """Return the commands of the peers that are installed, and the names of those that are not."""
    cases: list[Case] = []
    missing = []
    for peer in PEERS:
        program = next(filter(None, map(shutil.which, peer.programs)), None)
        if program is None:
            missing.append(peer.name)
        else:
            cases += [case for size in sizes for case in _cases(peer, program, folder, size)]
    return cases, missing


def _cases(peer: Peer, program: str, folder: Path, size: int) -> list[Case]:
    home = folder / f"{peer.name}-{size}"
    home.mkdir()
    uses = peer.fill(program, home, size)
    found = re.search(r"\d+(\.\d+)+", ask(home, [program, peer.version]).stdout)
    name = f"{peer.name} {found[0]}" if found else peer.name
    return [
        Case(
            row=f"{name} `{use.words[-1]}`",
            size=size,
            argv=[program, *use.words],
            home=home,
            before=partial(prepare, home, [program, *use.before]) if use.before else nothing,
        )
        for use in uses
    ]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _taskwarrior(program: str, home: Path, size: int) -> Sequence[Use]:
    _write(home / ".taskrc", f"data.location={home}/.task\nconfirmation=off\nnews.version=99.0.0\n")
    tasks = [
        {
            "uuid": str(UUID(int=number + 1)),
            "status": "pending",
            "entry": "20260101T000000Z",
            "description": title(number),
            "project": f"part{number // SECTION}",
        }
        for number in range(size)
    ]
    prepare(home, [program, "import", "-"], json.dumps(tasks))
    last = str(tasks[-1]["uuid"])
    return [Use(["list"]), Use([last, "done"], before=[last, "modify", "status:pending"])]


def _todo_txt(_program: str, home: Path, size: int) -> Sequence[Use]:
    _write(
        home / ".todo/config",
        'export TODO_DIR="$HOME/.todo"\nexport TODO_FILE="$TODO_DIR/todo.txt"\n'
        'export DONE_FILE="$TODO_DIR/done.txt"\nexport REPORT_FILE="$TODO_DIR/report.txt"\n',
    )
    _write(home / ".todo/todo.txt", "".join(f"{title(number)}\n" for number in range(size)))
    return [Use(["ls"])]


def _watson(program: str, home: Path, size: int) -> Sequence[Use]:
    now = int(time.time())
    frames = [
        [now - 900 * ago, now - 900 * ago + 600, f"part{ago // SECTION}", f"{ago:032x}", [], now]
        for ago in range(size, 0, -1)
    ]
    _write(home / ".config/watson/frames", json.dumps(frames))
    prepare(home, [program, "start", "part0"])
    return [Use(["status"])]


def _buku(program: str, home: Path, size: int) -> Sequence[Use]:
    links = home / "links.md"
    _write(links, "".join(f"- [{title(number)}](https://example.org/{number})\n" for number in range(size)))
    prepare(home, [program, "--nostdin", "--tacit", "--import", str(links)])
    return [Use(["--nostdin", "--np", "-p"])]


def _todoman(program: str, home: Path, size: int) -> Sequence[Use]:
    _write(home / ".config/todoman/config.py", f'path = "{home}/lists/*"\ndefault_list = "made-up"\n')
    for number in range(size):
        lines = (
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:made-up",
            "BEGIN:VTODO",
            f"UID:{number}",
            "DTSTAMP:20260101T000000Z",
            f"SUMMARY:{title(number)}",
            "END:VTODO",
            "END:VCALENDAR\n",
        )
        _write(home / f"lists/made-up/{number}.ics", "\n".join(lines))
    prepare(home, [program, "list"])
    return [Use(["list"])]


PEERS = (
    Peer("Taskwarrior", ("task",), "--version", _taskwarrior),
    Peer("todo.txt-cli", ("todo-txt", "todo.txt", "todo.sh"), "-V", _todo_txt),
    Peer("Watson", ("watson",), "--version", _watson),
    Peer("buku", ("buku",), "--version", _buku),
    Peer("todoman", ("todo",), "--version", _todoman),
)
