"""What every answer is asked of: one opened graph with its search index, and the catalogue of questions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from core.settings import Settings
from graph.past import settings_at
from graph.search import SearchIndex, index_path
from graph.stores import open_store
from graph.stores.store import Row, Store, Value
from queries.catalogue import catalogue

#: A version of the graph is named after the journal row up to which it holds the ledger.
_VERSION_MARK = "r"


@dataclass(frozen=True, slots=True)
class Library:
    """A graph and its index, both of one version."""

    store: Store
    index: SearchIndex

    def rows(self, query: str, **parameters: Value) -> list[Row]:
        """The rows of a canned query (`people/portfolio`). Raises what the catalogue and the store raise."""
        return catalogue().run(self.store, query, parameters).rows

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
