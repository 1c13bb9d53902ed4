"""A SQLite file looked at, copied and put in place, without opening it for work: nothing is migrated or changed.

Ledgers that are files and backups of any ledger; audit logs and search indexes too.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from core.errors import StoreCorruptError, StoreError
from graph.ledger.disk import copy
from graph.ledger.standing import Standing, standing_of

#: How long a reader waits for a writer that changes the log.
_SECONDS = 30.0


@contextmanager
def looking(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that cannot write. Raises `StoreCorruptError` (`LEDGER-CORRUPT`) for what SQLite cannot read."""
    try:
        with closing(_read_only(path)) as database:
            yield database
    except sqlite3.Error as error:
        raise _unreadable(path, error) from error


def trouble(path: Path) -> str:
    """What SQLite finds wrong inside a database file; empty if it is whole."""
    try:
        with looking(path) as database:
            said = [str(row[0]) for row in database.execute("PRAGMA integrity_check(5)")]
            orphan = database.execute("PRAGMA foreign_key_check").fetchone()
    except StoreCorruptError as error:
        return str(error.__cause__)
    if said != ["ok"]:
        return "; ".join(said)
    return f"{orphan[0]}: a row without what it belongs to" if orphan else ""


@contextmanager
def reading(path: Path) -> Iterator[Connection]:
    """The ledger of a file, as SQLAlchemy sees it, in one transaction. Raises `StoreCorruptError`."""
    engine = create_engine("sqlite://", creator=lambda: _read_only(path), poolclass=NullPool)
    try:
        with engine.begin() as connection:
            yield connection
    except DBAPIError as error:
        if not isinstance(error.orig, sqlite3.Error):  # of the ledger that is filled out of it
            raise
        raise _unreadable(path, error.orig) from error


def standing(path: Path) -> Standing:
    """Where the ledger of a file stands. Raises `StoreCorruptError`."""
    with reading(path) as connection:
        return standing_of(connection)


def copy_of(source: Path, target: Path) -> None:
    """One moment of a database, whoever writes to it meanwhile, as one file without a log beside it.

    Raises `StoreError` (`BACKUP-UNWRITABLE`, `LEDGER-CORRUPT`).
    """
    target.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(source, timeout=_SECONDS)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new)  # in one step: one read transaction, so one moment
            new.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        if error.sqlite_errorcode in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise unwritable(target, error) from error
        raise StoreCorruptError(
            f"{source.name}: 不可读 | unreadable: {error}", remedy="dutygraph doctor", code="LEDGER-CORRUPT"
        ) from error


@contextmanager
def written(target: Path) -> Iterator[None]:
    """Errors of writing a copy come out as ours: `StoreError` (`BACKUP-UNWRITABLE`)."""
    try:
        yield
    except DBAPIError as error:
        if not isinstance(error.orig, sqlite3.Error):
            raise
        raise unwritable(target, error.orig) from error


def put(source: Path, target: Path) -> None:
    """Put a database's file in its place, whole or not at all. Raises `OSError`."""
    for left in ("-wal", "-shm"):  # of a database that is gone: SQLite would play its log into this one
        target.with_name(target.name + left).unlink(missing_ok=True)
    copy(source, target)


def unwritable(target: Path, error: BaseException | None) -> StoreError:
    """The error for a copy that cannot be written."""
    return StoreError(
        f"{target.name}: 写不下去 | cannot be written: {error}",
        remedy="检查空间与权限 | check space and permissions",
        code="BACKUP-UNWRITABLE",
    )


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_SECONDS)


def _unreadable(path: Path, error: BaseException | None) -> StoreCorruptError:
    return StoreCorruptError(
        f"{path.name}: 不可读 | unreadable: {error}",
        remedy="从备份恢复 | restore it from a backup",
        code="LEDGER-CORRUPT",
    )
