"""Where a ledger lives, as the settings name it: to be opened for work, or looked at, copied and filled without that."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from core.errors import ConfigError
from core.settings import Settings
from graph.ledger.database import Database
from graph.ledger.sqlite import SqliteHome
from graph.ledger.standing import Standing

POSTGRES_SCHEMES = ("postgresql://", "postgres://")


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
    """The place that `settings.ledger` names. Raises `ConfigError` if it names none, or the driver is not installed."""
    if settings.ledger == "sqlite":
        return SqliteHome(settings.ledger_path)
    if settings.ledger.startswith(POSTGRES_SCHEMES):
        try:
            from graph.ledger.postgres import PostgresHome
        except ImportError as error:
            raise ConfigError(
                "没有安装 PostgreSQL 的驱动 | the driver of PostgreSQL is not installed",
                remedy="pip install 'dutygraph[postgres]'",
                code="LEDGER-DRIVER",
            ) from error
        return PostgresHome(settings)
    raise ConfigError(
        "不认识的账本地址 | unknown address of a ledger",
        remedy="sqlite，或 | or  postgresql://USER@HOST:5432/DATABASE  (--ledger, DUTYGRAPH_LEDGER)",
        code="LEDGER-UNKNOWN",
    )
