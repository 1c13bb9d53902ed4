"""Bringing the graph up to date after uploads, beside the requests: one build at a time, the last word always built."""

from __future__ import annotations

import threading

from api.state import GraphState
from core.errors import DutygraphError
from core.logs import logger
from core.settings import Settings
from graph.build import build

_log = logger("api")


class Builder:
    """One thread that builds when asked; requests that come while it builds are served by one more build."""

    def __init__(self, settings: Settings, state: GraphState) -> None:
        self._settings = settings
        self._state = state
        self._wanted = threading.Event()
        self._idle = threading.Event()
        self._idle.set()
        self._stopped = False
        self._trouble = ""
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    @property
    def building(self) -> bool:
        """Whether a build is running or waiting."""
        return not self._idle.is_set()

    @property
    def trouble(self) -> str:
        """The code of the error that ended the last build; empty if it went well."""
        return self._trouble

    def ask(self) -> None:
        """Ask for a build of what the ledger holds now; returns at once."""
        with self._lock:
            self._idle.clear()
            self._wanted.set()
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="dutygraph-build", daemon=True)
                self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait until all that was asked for is built; whether it was, in that time."""
        return self._idle.wait(seconds)

    def close(self) -> None:
        """Let a running build end, and begin no other."""
        self._stopped = True
        self._wanted.set()
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        while True:
            self._wanted.wait()
            if self._stopped:
                return
            self._wanted.clear()
            try:
                build(self._state.ledger(), self._settings)
                self._state.follow()
                self._trouble = ""
            except DutygraphError as error:
                # The ledger has the papers; the next load, here or on the command line, builds them in.
                self._trouble = error.code
                _log.error("graph.build-failed", extra={"code": error.code}, exc_info=error)
            with self._lock:
                if not self._wanted.is_set():
                    self._idle.set()
