"""A ledger looked at as a file, without opening it for work: nothing is made, migrated or changed.

For backups and the doctor, who must be able to look at what is damaged, old, or being written by somebody else.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from core.errors import StoreCorruptError, StoreError

#: How long a reader waits for a writer that changes the log.
_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a ledger stands: the revision of its tables, its clock, and the hashes of the files it has and did not purge."""

    revision: str
    clock: int
    files: tuple[str, ...]


@contextmanager
def looking(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that cannot write. Raises `StoreCorruptError` (`LEDGER-CORRUPT`) for what SQLite cannot read."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_SECONDS)) as database:
            yield database
    except sqlite3.Error as error:
        raise StoreCorruptError(
            f"{path.name}: 不可读 | unreadable: {error}",
            remedy="从备份恢复 | restore it from a backup",
            code="LEDGER-CORRUPT",
        ) from error


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


def standing(path: Path) -> Standing:
    """Where a ledger stands. Raises `StoreCorruptError`."""
    with looking(path) as database:
        revision = database.execute("SELECT version_num FROM alembic_version").fetchone()
        clock = database.execute("SELECT coalesce(max(row), 0) FROM journal").fetchone()
        files = database.execute(
            "SELECT sha256 FROM files WHERE sha256 NOT IN (SELECT sha256 FROM purges) ORDER BY sha256"
        ).fetchall()
    return Standing(str(revision[0] if revision else ""), int(clock[0]), tuple(str(row[0]) for row in files))


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
            raise StoreError(
                f"{target.name}: 写不下去 | cannot be written: {error}",
                remedy="检查空间与权限 | check space and permissions",
                code="BACKUP-UNWRITABLE",
            ) from error
        raise StoreCorruptError(
            f"{source.name}: 不可读 | unreadable: {error}", remedy="dutygraph doctor", code="LEDGER-CORRUPT"
        ) from error
