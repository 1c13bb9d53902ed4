"""After a purge: graphs and search indexes from before it still hold its words, until nobody reads them."""

from __future__ import annotations

import time

from core.errors import StoreBusyError
from core.settings import Settings
from graph import search
from graph.exports import shelf
from graph.stores import graph_home
from graph.stores.embedded import EmbeddedHome

#: A server looks for a new version every second and lets go of the old one when its last request is answered.
PATIENCE = 15.0
_PAUSE = 0.25


def forget_old_graphs(settings: Settings, *, seconds: float = PATIENCE) -> bool:
    """Delete every graph and index but the published one, and all kept exports; False if a process still reads an old one after `seconds`."""
    home = graph_home(settings)
    shelf.forget(settings)
    try:
        search.sweep(settings, keep={home.version()})
        until = time.monotonic() + seconds
        while isinstance(home, EmbeddedHome) and not _swept(home):
            if time.monotonic() > until:
                return False
            time.sleep(_PAUSE)
    finally:
        home.close()
    return True


def _swept(home: EmbeddedHome) -> bool:
    try:
        return home.sweep()
    except StoreBusyError:
        return False
