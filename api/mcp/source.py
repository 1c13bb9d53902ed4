"""What the tools ask: the newest library, or the one library of what was known at a day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from api.state import GraphState
from core.settings import Settings
from graph.ledger.ledger import Ledger
from queries.library import Library, open_library


class Source:
    """Libraries to lease and the texts of papers. With `settings.known_at` all answers are of that one version."""

    def __init__(self, settings: Settings) -> None:
        self._stack = ExitStack()
        self._fixed = self._stack.enter_context(open_library(settings)) if settings.known_at else None
        self._state = GraphState(settings)

    @contextmanager
    def lease(self) -> Iterator[Library]:
        """A library, held to the end of the block. Raises `NotFoundError` (`NO-GRAPH`) before the first load."""
        if self._fixed is not None:
            yield self._fixed
            return
        self._state.follow()
        with self._state.lease() as library:
            yield library

    def ledger(self) -> Ledger:
        """The ledger, which keeps the texts of papers."""
        return self._state.ledger()

    def close(self) -> None:
        """Let go of everything."""
        self._stack.close()
        self._state.close()
