"""What the tools ask: the newest library, or that of what was known at some time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from api.state import GraphState
from core.settings import Settings
from graph.ledger.ledger import Ledger
from queries.library import Library


class Source:
    """Libraries to lease and the texts of papers. `settings.known_at` holds where a call names none of its own."""

    def __init__(self, settings: Settings) -> None:
        self._known_at = settings.known_at
        self._state = GraphState(settings)

    @contextmanager
    def lease(self, known_at: str = "") -> Iterator[Library]:
        """The newest library or that of an earlier time, held to the end of the block.

        Raises `NotFoundError` (`NO-GRAPH`) before the first load, `UsageError` (`BAD-KNOWN-AT`).
        """
        self._state.follow()
        with self._state.lease(known_at or self._known_at) as library:
            yield library

    def ledger(self) -> Ledger:
        """The ledger, which keeps the texts of papers."""
        return self._state.ledger()

    def close(self) -> None:
        """Let go of everything."""
        self._state.close()
