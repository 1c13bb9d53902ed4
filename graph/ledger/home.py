"""Where a ledger lives, as the settings name it: to be opened for work, or looked at, copied and filled without that."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from core.settings import Settings
from graph.ledger.database import Database
from graph.ledger.sqlite import SqliteHome
from graph.ledger.standing import Standing


class LedgerHome(Protocol):
    """The place of one ledger. But for `open` and `fill` nothing is made, migrated or changed.

    For backups and the doctor, who must be able to look at what is damaged, old, or being written by somebody else.
    """

    @property
    def name(self) -> str:
        """What messages call it; never a password."""
        ...

    def exists(self) -> bool:
        """Whether there is a ledger."""
        ...

    def open(self) -> Database:
        """The ledger's database, made if missing, brought to the newest revision. Raises `StoreError`, `ConfigError`."""
        ...

    def trouble(self) -> str:
        """What is found wrong inside; empty if it is whole."""
        ...

    def standing(self) -> Standing:
        """Where the ledger stands. Raises `StoreCorruptError`."""
        ...

    def copy_to(self, target: Path) -> None:
        """One moment of the ledger as a SQLite file, whoever writes to it meanwhile.

        Raises `StoreError` (`BACKUP-UNWRITABLE`, `LEDGER-CORRUPT`).
        """
        ...

    def fill(self, source: Path) -> None:
        """Make the ledger out of such a file; there must be none. All or nothing. Raises `OSError`, `StoreError`."""
        ...


def ledger_home(settings: Settings) -> LedgerHome:
    """The place that the settings name."""
    return SqliteHome(settings.ledger_path)
