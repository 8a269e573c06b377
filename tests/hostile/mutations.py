"""Malformed curricula: a good one changed at random by a seed, so that each can be made again."""

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import tomli_w

from hostile.documents import CURRICULUM
from hostile.oddities import HUGE, KEYS, ODD, VALUES
from hostile.sequences import SEQUENCES

COUNT = 300
SMALL = tomli_w.dumps(CURRICULUM).encode()
BUNDLED = (Path(__file__).parents[2] / "data/curriculum.toml").read_bytes()
SMALL_ONES = 9
"""Of ten curricula so many are made of the small one, in which every field occurs."""

Mutation = Callable[[Random, bytes], bytes]


def flip_bytes(random: Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(random.choice((1, 1, 3, 30))):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def cut(random: Random, content: bytes) -> bytes:
    return content[: random.randrange(len(content))]


def insert(random: Random, content: bytes) -> bytes:
    what = random.choice(
        (*ODD, *SEQUENCES, "\0", "[", "]", "{", "}", '"', "'", '"""', "'''", "#", "=", ",", "\r")
    )
    at = random.randrange(len(content))
    return content[:at] + what.encode() * random.choice((1, 1, 2, 9)) + content[at:]


def change_lines(random: Random, content: bytes) -> bytes:
    lines = content.splitlines(keepends=True)
    first, second = (random.randrange(len(lines)) for _ in range(2))
    match random.randrange(4):
        case 0:
            del lines[min(first, second) : min(first, second) + random.choice((1, 1, 5))]
        case 1:
            lines.insert(second, lines[first])
        case 2:
            lines[first], lines[second] = lines[second], lines[first]
        case _:
            lines[second:second] = lines[first : first + 20]
    return b"".join(lines)


def change_value(random: Random, content: bytes) -> bytes:
    lines = content.splitlines()
    at = random.choice([at for at, line in enumerate(lines) if b"=" in line] or [0])
    lines[at] = lines[at].partition(b"=")[0] + b"= " + random.choice(VALUES).encode()
    return b"\n".join(lines)


def add_key(random: Random, content: bytes) -> bytes:
    lines = content.splitlines()
    key = random.choice((*KEYS, '"a b"', "a.b.c", '""', '"\\u001b[31m"', "é"))
    lines.insert(random.randrange(len(lines)), f"{key} = {random.choice(VALUES)}".encode())
    return b"\n".join(lines)


def change_letters(random: Random, content: bytes) -> bytes:
    words = (
        b"sections",
        b"resources",
        b"title",
        b"id = ",
        b"https://",
        b"video",
        b":",
        b"[[",
        b'"',
        b"chapters",
    )
    what = random.choice(words)
    return content.replace(what, random.choice((*words, b"", b"x")), random.choice((1, 2, -1)))


def make_huge(random: Random, content: bytes) -> bytes:
    text = random.choice(HUGE)(random.choice((1_000, 20_000, 200_000))).encode()
    return text + content if random.choice((True, True, False)) else content + text


def encode_otherwise(random: Random, content: bytes) -> bytes:
    encodings = ("utf-16", "utf-16-le", "utf-32", "latin-1", "utf-8-sig", "cp037")
    text = content.decode("utf-8", "replace")
    return text.encode(random.choice(encodings), "replace")


MUTATIONS: Sequence[Mutation] = (
    flip_bytes, cut, insert, change_lines, change_value, change_value, add_key, change_letters, make_huge,
    encode_otherwise,
)  # fmt: skip


def malformed(seed: int) -> bytes:
    """Return the curriculum that a seed makes: up to three mutations, one after the other."""
    random = Random(seed)  # noqa: S311  (it is to be the same each time)
    content = SMALL if seed % (SMALL_ONES + 1) else BUNDLED
    for _ in range(random.choice((1, 1, 2, 3))):
        if content:
            content = random.choice(MUTATIONS)(random, content)
    return content
