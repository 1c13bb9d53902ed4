"""The graph as the ledger stood at some time (当时已知, `known_at`), opened for the requests that ask for it.

Building one is seconds of work, so one is built at a time; the last one stays open for whoever asks on, and `graph.past`
keeps a few on the disk.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from api.errors import ApiError
from core.errors import StoreBusyError, UsageError
from core.settings import Settings
from graph.past import settings_at
from graph.search import SearchIndex, index_path
from graph.stores import open_store
from queries.library import Library

_PATIENCE: Final = 20.0


@dataclass(slots=True)
class _Open:
    home: str
    library: Library
    users: int = 0


class Past:
    """The past graph that is open, if any."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._building = threading.Lock()
        self._lock = threading.Lock()
        self._current: _Open | None = None
        self._retired: list[_Open] = []

    @contextmanager
    def lease(self, known_at: str) -> Iterator[Library | None]:
        """The library of that time, held to the end of the block; None if nothing has changed since.

        Raises `ApiError` (409 `BAD-KNOWN-AT`) for a row that is not there yet, `StoreBusyError` while another is built.
        """
        held = self._take(known_at)
        try:
            yield held.library if held else None
        finally:
            if held:
                self._give_back(held)

    def close(self) -> None:
        """Let go of what is open."""
        with self._lock:
            waiting, self._current, self._retired = [*self._retired, self._current], None, []
        for each in waiting:
            if each is not None:
                each.library.store.close()

    def _take(self, known_at: str) -> _Open | None:
        if not self._building.acquire(timeout=_PATIENCE):
            raise StoreBusyError(
                "正在还原另一时点的图谱 | the graph of another time is being made", remedy="稍后再试 | try again later"
            )
        try:
            try:
                then = settings_at(self._settings, known_at)
            except UsageError as error:
                raise ApiError(409, code=error.code, message=error.message, remedy="known_at=2024-03-15") from error
            if then.home == self._settings.home:
                return None
            with self._lock:
                if self._current is not None and self._current.home == str(then.home):
                    self._current.users += 1
                    return self._current
            store = open_store(then)
            opened = _Open(str(then.home), Library(store, SearchIndex(index_path(then, store.version()))), users=1)
            with self._lock:
                before, self._current = self._current, opened
                if before is not None and before.users:
                    self._retired.append(before)
                    before = None
            if before is not None:
                before.library.store.close()
            return opened
        finally:
            self._building.release()

    def _give_back(self, held: _Open) -> None:
        with self._lock:
            held.users -= 1
            done = held.users == 0 and held in self._retired
            if done:
                self._retired.remove(held)
        if done:
            held.library.store.close()
