"""Things to learn, made up for measuring: a curriculum of any size, the same at every run."""

from collections.abc import Iterator

SECTION = 25


def title(number: int) -> str:
    """Return the title of a thing, as long as those of lectures are."""
    return f"The spelled-out introduction to subject {number}"


def curriculum(size: int) -> str:
    """Return a curriculum file with so many videos, every fourth of them with chapters."""
    return "\n".join(_lines(size))


def _lines(size: int) -> Iterator[str]:
    yield from ("schema = 1", 'id = "made-up"', 'title = "Made up"', 'version = "1"')
    for number in range(size):
        if number % SECTION == 0:
            part = number // SECTION + 1
            yield from ("", "[[sections]]", f'id = "part-{part}"', f'title = "Part {part}"')
        yield from _video(number)


def _video(number: int) -> Iterator[str]:
    minutes = 12 + number * 7 % 47
    yield from (
        "",
        "[[sections.resources]]",
        f'id = "{video(number)}"',
        'kind = "video"',
        f'title = "{title(number)}"',
        f'url = "https://www.youtube.com/watch?v=made{number:07}"',
        'author = "A lecturer"',
        f'duration = "{minutes}:00"',
    )
    if number % 4 == 0:
        yield "chapters = ["
        for minute in range(0, minutes, 4):
            yield f'  {{ start = "{minute}:00", title = "Step {minute // 4 + 1} of it" }},'
        yield "]"


def video(number: int) -> str:
    """Return the id of a video."""
    return f"subject-{number}"
