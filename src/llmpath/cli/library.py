"""Which curricula a call chooses from: what its options and the environment say overrides what is set."""

from collections.abc import Callable

from llmpath.cache import Cache
from llmpath.domain.settings import Settings
from llmpath.sources.library import Library
from llmpath.store.places import Places


def library_for(settings: Settings, places: Places, warn: Callable[[str], None], cache: Cache) -> Library:
    """Return the library of a call."""
    told = settings.told.get("curriculum")
    setting = str(settings.kept("curriculum").value)
    return Library(str(told.value) if told else None, setting, places.curricula, warn, cache)
