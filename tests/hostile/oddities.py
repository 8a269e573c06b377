"""What a curriculum is spoiled with: values of other types, keys, letters, and too much of everything."""

from collections.abc import Callable, Sequence

VALUES = (
    "1", "-1", "0.5", "true", "inf", "nan", '""', "''", '"x"', "[]", "{}", "[[]]", "[1, 2]", "{ a = 1 }",
    '[""]', "2026-11-24", "07:32:00", "2026-11-24T07:32:00Z", "2026-02-30", "0x10", "1_000", "1e400",
    "'1:60'", "'-1'", "9" * 20, '"99999:59:59"', '"https://"', '"next"', '"first"', '["first"]', '["no"]',
    "", "=",
)  # fmt: skip
KEYS = (
    "schema",
    "id",
    "title",
    "url",
    "kind",
    "start",
    "end",
    "duration",
    "chapters",
    "after",
    "sections",
    "no",
)
RIGHT_TO_LEFT = "\u202e"
ODD = (
    "\ufeff",
    "\u200b",
    "\u00ad",
    "\U000e0041",
    "e\u0301" * 9,
    "\ufdd0",
    "\U0010ffff",
    "Ａ",
    "١٢",
    "ß",
    "İ",
)

HUGE: Sequence[Callable[[int], str]] = (
    lambda size: f"no = {'9' * size}\n",
    lambda size: f"no = '{'9' * size}'\n",
    lambda size: f"no = 1{'0' * min(size, 400)}.0\n",
    lambda size: f"no = {'[' * size}\n",
    lambda size: f"no = {'{a=' * size}\n",
    lambda size: f"no = [{'1,' * (size // 4)}]\n",
    lambda size: f"no = {'[' * 90}{size}{']' * 90}\n",
    lambda size: f"no = [\n[{' ' * (size // 10)}1,2]\n]\n",
    lambda size: f"a{'.a' * (size // 10)} = 1\n",
    lambda size: f"[a{'.a' * (size // 10)}]\n",
    lambda size: f"{'k' * size} = 1\n",
    lambda size: f"id = '{'a-' * size}a'\n",
    lambda size: f"title = '{'x' * size}'\n",
    lambda size: f"version = '''{'x' * size}'''\n",
    lambda size: f"version = '{'é' * size}'\n",
    lambda size: f"source = '{RIGHT_TO_LEFT * size}'\n",
    lambda size: "\n" * size,
    lambda size: f"# {'x' * size}\n",
)
