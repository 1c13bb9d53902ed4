"""The ledger as a SQLite file of the home: one file in WAL mode, every commit synced to the disk before it counts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from core.errors import DutygraphError, StoreUnavailableError
from graph.ledger import at_rest, database
from graph.ledger.database import Database
from graph.ledger.standing import Standing


class SqliteHome:
    """Where a ledger lies as a file, whether it is there or not."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def name(self) -> str:
        """What messages call it."""
        return self._path.name

    def exists(self) -> bool:
        """Whether the file is there."""
        return self._path.is_file()

    def open(self) -> Database:
        """Open it for work, made if missing. Raises what `SqliteDatabase` raises."""
        return SqliteDatabase(self._path)

    def trouble(self) -> str:
        """What SQLite finds wrong inside; empty if it is whole."""
        return at_rest.trouble(self._path)

    def standing(self) -> Standing:
        """Where it stands. Raises `StoreCorruptError`."""
        return at_rest.standing(self._path)

    def copy_to(self, target: Path) -> None:
        """One moment of it as one file. Raises `StoreError` (`BACKUP-UNWRITABLE`, `LEDGER-CORRUPT`)."""
        at_rest.copy_of(self._path, target)

    def fill(self, source: Path) -> None:
        """Make the ledger out of such a file; there must be none. Raises `OSError`."""
        at_rest.put(source, self._path)


class SqliteDatabase(Database):
    """An open SQLite file."""

    def __init__(self, path: Path) -> None:
        """Open `path`, make it if missing, and bring it to the newest revision.

        Raises `StoreUnavailableError`, `StoreBusyError`, `StoreCorruptError`, `ConfigError` (`LEDGER-NEWER`).
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnavailableError(
                f"无法建立数据文件夹 {path.parent} | the home folder cannot be made: {error.strerror}",
                remedy="换一个 --home，或检查权限 | choose another --home, or check permissions",
                code="HOME-UNWRITABLE",
            ) from error
        waiting = {"timeout": database.BUSY_SECONDS}
        engine = create_engine(f"sqlite:///{path}", connect_args=waiting, hide_parameters=True)
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        super().__init__(engine, reader=engine, writer=engine.execution_options(begin="BEGIN IMMEDIATE"))

    @contextmanager
    def in_words(self) -> Iterator[None]:
        """Errors of the engine come out as ours, those of its driver alone too."""
        with super().in_words():
            try:
                yield
            except sqlite3.Error as error:
                raise _in_words(str(error)) from error

    def scrub(self) -> None:
        """Empty the write-ahead log; in the file itself `secure_delete` has seen to it.

        Raises `StoreBusyError` (`LEDGER-BUSY`) if a reader held the log for longer than `BUSY_SECONDS`.
        """
        with self.in_words(), closing(self._engine.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            said = cursor.fetchone()
        if said is None or said[0]:
            raise database.unscrubbed()

    def _take_the_place(self, connection: Connection) -> None:
        """Beginning with `BEGIN IMMEDIATE` has done so."""

    def _upgraded(self, connection: Connection) -> None:
        """Nothing more."""

    def _translated(self, error: DBAPIError) -> DutygraphError:
        return _in_words(str(error.orig or error))


def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # The driver would begin and commit by its own lights; transactions are ours.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _in_words(said: str) -> DutygraphError:
    if "locked" in said or "busy" in said:
        return database.busy()
    if "full" in said:
        return database.disk_full()
    if "disk I/O" in said:
        return database.disk_failed()
    if "malformed" in said or "not a database" in said or "corrupt" in said:
        return database.damaged(said)
    if "readonly" in said or "read-only" in said or "unable to open" in said:
        return StoreUnavailableError(
            f"账本无法写入 | the ledger cannot be opened for writing: {said}",
            remedy="检查 --home 的权限 | check the permissions of --home",
            code="LEDGER-UNWRITABLE",
        )
    return database.failed(said)
