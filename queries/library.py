"""What every answer is asked of: one opened graph with its search index, and the catalogue of questions."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar, TypeVarTuple, cast

from core.settings import Settings
from graph.past import settings_at
from graph.search import SearchIndex, index_path
from graph.stores import open_store
from graph.stores.store import Row, Store, Value
from queries.catalogue import catalogue

#: A version of the graph is named after the journal row up to which it holds the ledger.
_VERSION_MARK = "r"
#: How many findings are kept: those of the places that are asked about now.
_REMEMBERED = 128

_Key = TypeVarTuple("_Key")
_Found = TypeVar("_Found")


class _Memory:
    """What was found once, the latest asked for; for many threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._found: OrderedDict[object, object] = OrderedDict()

    def get(self, key: object) -> object | None:
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
            return self._found.get(key)

    def put(self, key: object, found: object) -> None:
        with self._lock:
            self._found[key] = found
            while len(self._found) > _REMEMBERED:
                self._found.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Library:
    """A graph and its index, both of one version."""

    store: Store
    index: SearchIndex
    _memory: _Memory = field(default_factory=_Memory, repr=False, compare=False)

    def rows(self, query: str, **parameters: Value) -> list[Row]:
        """The rows of a canned query (`people/portfolio`). Raises what the catalogue and the store raise."""
        return catalogue().run(self.store, query, parameters).rows

    def remembered(self, find: Callable[[Library, *_Key], _Found], *key: *_Key) -> _Found:
        """What `find(library, *key)` gives, found once for this version: for what every answer of a place asks again.

        What is found must not be None, and nobody may change it. Raises what `find` raises, each time.
        """
        known = self._memory.get((find, key))
        if known is None:
            known = find(self, *key)
            self._memory.put((find, key), known)
        return cast("_Found", known)

    @property
    def known_at(self) -> int:
        """The journal row up to which the graph holds what the ledger knew; 0 if its version does not say."""
        digits = self.store.version().removeprefix(_VERSION_MARK)
        return int(digits) if digits.isdecimal() else 0

    def takes(self, query: str, parameter: str) -> bool:
        """Whether a canned query has a parameter of that name."""
        return catalogue().get(query).param(parameter) is not None


@contextmanager
def open_library(settings: Settings) -> Iterator[Library]:
    """The published graph and its index, closed afterwards; the graph of `settings.known_at` if that is set.

    Raises `NotFoundError` (`NO-GRAPH`) before the first load, `UsageError` (`BAD-KNOWN-AT`).
    """
    asked = settings_at(settings, settings.known_at) if settings.known_at else settings
    store = open_store(asked)
    try:
        yield Library(store, SearchIndex(index_path(asked, store.version())))
    finally:
        store.close()
