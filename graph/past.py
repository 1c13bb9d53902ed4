"""The graph as the ledger stood at some time: built beside the published one when asked for, at most four kept.

`known_at` is a journal row or a day. What was known then is what the readings, decisions and withdrawals up to that row
amount to (DESIGN, section 5). Whatever the published store is, the past is embedded.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from contextlib import ExitStack
from pathlib import Path

from core.errors import InputError, UsageError
from core.settings import Settings
from graph import search
from graph.build import graph_of, version_at
from graph.days import checked_day
from graph.ledger.ledger import Ledger, open_ledger
from graph.stores.embedded import EmbeddedHome

#: Graphs of past days kept; the one not asked for the longest goes first.
KEPT = 4


def row_of(ledger: Ledger, known_at: str) -> int:
    """The journal row that `known_at` means: the row itself, or the last one by the end of a day.

    Raises `UsageError` (`BAD-KNOWN-AT`) for what is neither, or a row that is not there yet.
    """
    if known_at.isascii() and known_at.isdigit() and len(known_at) < 16 and int(known_at) <= ledger.clock():
        return int(known_at)
    try:
        return ledger.clock_by(checked_day(known_at))
    except InputError:
        raise UsageError(
            f"不是账本行号，也不是日期 | neither a journal row nor a day: {known_at[:40]!r}",
            remedy=f"写成 0–{ledger.clock()} 的行号，或 2024-03-15 | a row, 0–{ledger.clock()}, or 2024-03-15",
            code="BAD-KNOWN-AT",
        ) from None


def settings_at(settings: Settings, known_at: str) -> Settings:
    """Settings under which the graph of that time is the published one; the same if nothing has changed since.

    Builds it if it is not kept. Raises `UsageError` (`BAD-KNOWN-AT`), `StoreBusyError` while another process builds it.
    """
    with open_ledger(settings) as ledger:
        row = row_of(ledger, known_at)
        version = version_at(ledger.content_clock(row))
        if version == version_at(ledger.content_clock()) and EmbeddedHome(settings).version() == version:
            return settings.model_copy(update={"known_at": "", "store": "embedded"})
        past = settings.model_copy(update={"home": settings.past_path / version, "store": "embedded", "known_at": ""})
        home = EmbeddedHome(past)
        if home.version() != version:
            graph = graph_of(ledger, row)
            search.build(search.index_path(past, version), graph)
            home.publish(graph, version=version)
    os.utime(past.home)
    _sweep(settings.past_path, keep=past.home)
    return past


def _sweep(root: Path, *, keep: Path) -> None:
    """Delete all but the four asked for last, and never one that a process is reading."""
    others = sorted(
        (path for path in root.iterdir() if path.is_dir() and path != keep), key=lambda path: path.stat().st_mtime
    )
    for path in others[: max(0, len(others) - (KEPT - 1))]:
        with ExitStack() as locks:
            if all(_locked(lock, locks) for lock in sorted((path / "graph").glob("*.lock"))):
                shutil.rmtree(path, ignore_errors=True)


def _locked(path: Path, locks: ExitStack) -> bool:
    file = locks.enter_context(path.open("ab"))
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
