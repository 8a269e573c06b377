"""`llmpath search`: where words stand."""

from llmpath.actions.learning_path import open_path
from llmpath.actions.notes import link_to
from llmpath.actions.session import Session
from llmpath.domain.durations import clock
from llmpath.domain.search import Hit, fold
from llmpath.domain.search import search as searching
from llmpath.errors import UsageError
from llmpath.views.search import HitView, SearchView


def search(session: Session, text: str) -> SearchView:
    """Return the titles, chapters and notes that have all words of `text`."""
    words = [word for word in text.split() if fold(word)]
    if not words:
        raise UsageError("there is no word to search for", 'try: llmpath search "gradient descent"')
    path = open_path(session)
    hits = tuple(_view(hit) for hit in searching(words, path.standings))
    return SearchView(hits=hits, words=" ".join(words))


def _view(hit: Hit) -> HitView:
    node = hit.node
    return HitView(
        number=node.number or None,
        id=node.id or None,
        title=node.title,
        where=hit.where,
        text=hit.text,
        ref=_ref(hit),
        url=link_to(node, hit.moment),
        at=hit.at,
    )


def _ref(hit: Hit) -> str:
    """Return what `open` takes to get to a hit: its id and moment; what has no id has a link, or a key."""
    node = hit.node
    if not node.id:
        return link_to(node, hit.moment) or str(node.key)
    return node.id if hit.moment is None or not node.timed else f"{node.id}@{clock(hit.moment)}"
