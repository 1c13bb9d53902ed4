"""What the process holds open: the graph with its index, following new versions, and the ledger for texts.

A request leases the library it began with and keeps it to its end; a newer version is opened beside it, and the old one is
closed when its last reader leaves. So no request is dropped, and none sees two versions.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from api.past import Past
from api.warming import run_each_once
from core.errors import DutygraphError
from core.garbage import passed_over
from core.logs import logger
from core.settings import Settings
from graph.ledger.ledger import Ledger
from graph.search import SearchIndex, index_path
from graph.stores import graph_home
from queries.library import Library

_log = logger("api")

#: How often the published version is looked at: one small file.
FOLLOW_SECONDS = 1.0


@dataclass(slots=True)
class _Open:
    library: Library
    users: int = 0
    retired: bool = False


class GraphState:
    """The published graph, for many requests at once."""

    def __init__(self, settings: Settings, *, warm: bool = False) -> None:
        """`warm`: run every canned query once, beside the requests, so that no reader pays for its first parsing."""
        self._settings = settings
        self._warm = warm
        self._past = Past(settings)
        self._prepare: list[Callable[[Library], None]] = []
        self._home = graph_home(settings)
        self._lock = threading.Lock()
        self._following = threading.Lock()
        self._current: _Open | None = None
        self._ledger: Ledger | None = None
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    @contextmanager
    def lease(self, known_at: str = "") -> Iterator[Library]:
        """The library of the newest version, or of what was known at some time, held to the end of the block.

        Raises `NotFoundError` (`NO-GRAPH`) before the first load, what `Past.lease` raises, or what the store raises.
        """
        if known_at:
            with self._past.lease(known_at) as past:
                if past is not None:
                    yield past
                    return
        held = self._take()
        try:
            yield held.library
        finally:
            self._give_back(held)

    @property
    def version(self) -> str:
        """The version that the next request will see; empty if none is open yet."""
        with self._lock:
            return self._current.library.store.version() if self._current else ""

    def ledger(self) -> Ledger:
        """The ledger, opened at first use. Raises `StoreError`."""
        with self._following:
            if self._ledger is None:
                self._ledger = Ledger(self._settings)
            return self._ledger

    def follow(self) -> bool:
        """Move on to the published version if it is newer; whether it did. Raises what the store raises."""
        with self._following:
            published = self._home.version()
            if not published or published == self.version:
                return False
            fresh = _Open(self._open())
            with self._lock:
                before, self._current = self._current, fresh
                idle = before is not None and before.users == 0
                if before is not None:
                    before.retired = True
            if before is not None and idle:
                before.library.store.close()
            _log.info("graph.followed", extra={"version": fresh.library.store.version()})
            return True

    def whenever(self, prepare: Callable[[Library], None]) -> None:
        """With `warm`: call this with each version that is taken up, beside the requests."""
        self._prepare.append(prepare)

    def start(self) -> None:
        """Follow new versions from now on, in a thread of its own: opening one must keep nobody waiting."""
        self._thread = threading.Thread(target=self._watch, name="dutygraph-follow", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop following and let go of everything."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
        with self._lock:
            last, self._current = self._current, None
        if last is not None:
            last.library.store.close()
        self._past.close()
        if self._ledger is not None:
            self._ledger.close()
        self._home.close()

    def _watch(self) -> None:
        failed = prepared = ""
        while not self._stop.is_set():
            try:
                self.follow()
                failed = ""
            except DutygraphError as error:
                # The version that is open goes on answering; said once, not every second.
                if error.code != failed:
                    _log.warning("graph.follow-failed", extra={"code": error.code})
                failed = error.code
            if self._warm and self.version not in ("", prepared):
                if not prepared:
                    # Python looks for circles whenever the engine has collected: not through all the modules each time.
                    passed_over()
                    self._run_each_once()
                    passed_over()
                prepared = self._prepared()
            self._stop.wait(FOLLOW_SECONDS)

    def _prepared(self) -> str:
        """Do what is to be done with each new version; the version it was done with."""
        with self.lease() as library:
            for prepare in self._prepare:
                try:
                    prepare(library)
                except DutygraphError as error:
                    _log.warning("graph.preparing-failed", extra={"code": error.code})
            return library.store.version()

    def _run_each_once(self) -> None:
        held = self._take()
        try:
            run_each_once(held.library, busy=lambda: self._readers() > 1, pause=self._stop.wait)
        finally:
            self._give_back(held)

    def _readers(self) -> int:
        with self._lock:
            return self._current.users if self._current else 0

    def _open(self) -> Library:
        store = self._home.open()
        return Library(store, SearchIndex(index_path(self._settings, store.version())))

    def _take(self) -> _Open:
        while True:
            with self._lock:
                if self._current is not None:
                    self._current.users += 1
                    return self._current
            if not self.follow() and not self.version:
                self._home.open().close()  # nothing published: says so in the store's own words

    def _give_back(self, held: _Open) -> None:
        with self._lock:
            held.users -= 1
            done = held.retired and held.users == 0
        if done:
            held.library.store.close()
