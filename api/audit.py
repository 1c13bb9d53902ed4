"""The audit log of writes over HTTP: who did what, when, and what came of it. Append-only, beside the ledger.

Only a purge changes a row: the name of the purged file gives way to its hash. Two rows a write, `begun` before and the outcome after, so that a write cut short by a crash stands there too. The log holds
names of keys and of files, never a key and never a text.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    event,
    insert,
    select,
    update,
)
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from core.errors import StoreError
from core.settings import Settings
from graph.days import ZONE

_METADATA: Final = MetaData()
_ENTRIES: Final = Table(
    "audit",
    _METADATA,
    Column("row", Integer, primary_key=True, autoincrement=True),
    Column("at", String(32), nullable=False),
    Column("who", String(40), nullable=False),
    Column("role", String(16), nullable=False),
    Column("action", String(32), nullable=False),
    Column("subject", Text, nullable=False),
    Column("outcome", String(80), nullable=False),
    Column("request_id", String(64), nullable=False),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: `subject` is the name or hash of what was written, `outcome` `begun` or what came of it."""

    row: int
    at: str
    who: str
    role: str
    action: str
    subject: str
    outcome: str
    request_id: str


class AuditLog:
    """The log of one home, opened at first use."""

    def __init__(self, settings: Settings) -> None:
        self._path = settings.home / "audit.sqlite3"
        self._engine = create_engine(f"sqlite:///{self._path}", connect_args={"timeout": 5.0})
        event.listen(self._engine, "connect", _prepare)

    def add(self, *, who: str, role: str, action: str, subject: str, outcome: str, request_id: str) -> None:
        """Write a row; it is on the disk when this returns. Raises `StoreError` (`AUDIT`): then nothing may be done."""
        with self._open() as connection:
            connection.execute(
                insert(_ENTRIES).values(
                    at=datetime.now(ZONE).isoformat(timespec="seconds"), who=who, role=role, action=action,
                    subject=subject, outcome=outcome, request_id=request_id,
                )
            )  # fmt: skip

    def entries(self, *, before: int = 0, limit: int = 100) -> tuple[Entry, ...]:
        """The latest rows, newest first, those before row `before` if it is given. Raises `StoreError`."""
        query = select(_ENTRIES).order_by(_ENTRIES.c.row.desc()).limit(limit)
        if before:
            query = query.where(_ENTRIES.c.row < before)
        with self._open() as connection:
            return tuple(Entry(**row) for row in connection.execute(query).mappings())

    def forget(self, name: str, sha256: str) -> None:
        """Put the hash of a purged file in place of the names it was uploaded by. Raises `StoreError`."""
        subject, request = _ENTRIES.c.subject, _ENTRIES.c.request_id
        if not self._path.is_file():
            return
        with self._open() as connection:
            uploads = select(request).where(subject.endswith(f" {sha256}", autoescape=True))
            named = subject.in_((name, f"{name} {sha256}")) if name else subject.endswith(f" {sha256}", autoescape=True)
            connection.execute(update(_ENTRIES).where(named | request.in_(uploads)).values(subject=sha256))
        with self._open() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def _open(self) -> Iterator[Connection]:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._engine.begin() as connection:
                _METADATA.create_all(connection)
                yield connection
        except (DBAPIError, OSError) as error:
            raise StoreError("审计记录无法写入 | the audit log cannot be written", code="AUDIT") from error


def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
