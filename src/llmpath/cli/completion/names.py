"""What can be named, in the one form that completion searches: sorted lines, `value<TAB>title`.

A mark at the beginning of a line keeps together what one Tab offers:

    #maths             a section, once more
    .4.1               a number, with a dot before it for each in it
    /micrograd/3       a part or chapter, with a slash before it for each in it
    4                  the number of a section
    micrograd          a resource or section

Titles are clean, on one line.
"""

from llmpath.cache import Cache
from llmpath.cli import at_once


def names(curriculum: str | None = None) -> bytes:
    """Return the lines of the curriculum that is named for this call, else of the one in use."""
    known = None if curriculum else at_once.names(Cache(at_once.cache_folder(), writes=False))
    if known is not None:
        return known
    from llmpath.cli.completion.gathering import gather_names

    return gather_names(curriculum)


def curricula() -> bytes:
    """Return a line for each curriculum there is, without a mark."""
    from llmpath.cli.completion.gathering import gather_curricula

    return gather_curricula()
