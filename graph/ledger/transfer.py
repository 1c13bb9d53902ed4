"""All rows of one ledger into another, whatever engine keeps each, and the proof that they arrived.

The tables are those of the receiving database, at whatever revision it was made: a backup of an older form is copied as it is.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, MetaData, Row, Table, insert, select

from graph.ledger.database import damaged

_BATCH = 5_000


def copy_rows(source: Connection, target: Connection) -> None:
    """Copy every row in both callers' transactions, then read them back.

    Raises `StoreCorruptError` (`LEDGER-CORRUPT`) if what is read back is not what was read.
    """
    tables = tables_of(target)
    for table in tables:
        digest = hashlib.sha256()
        for rows in _batches(source, table):
            target.execute(insert(table), [dict(row._mapping) for row in rows])
            _add(digest, rows)
        if digest.digest() != _digest(target, table):
            raise damaged(f"{table.name}: 读回的与写入的不符 | what was read back is not what was written")


def tables_of(connection: Connection) -> tuple[Table, ...]:
    """The tables of a ledger as its database has them, each after those it refers to."""
    found = MetaData()
    found.reflect(bind=connection)
    return tuple(table for table in found.sorted_tables if table.name != "alembic_version")


def _digest(connection: Connection, table: Table) -> bytes:
    digest = hashlib.sha256()
    for rows in _batches(connection, table):
        _add(digest, rows)
    return digest.digest()


def _add(digest: hashlib._Hash, rows: Sequence[Row[tuple[object, ...]]]) -> None:
    for row in rows:
        digest.update(json.dumps(list(row), ensure_ascii=False).encode() + b"\n")


def _batches(connection: Connection, table: Table) -> Iterator[Sequence[Row[tuple[object, ...]]]]:
    query = select(table).order_by(*table.primary_key.columns)
    # Streamed: the statements of a country do not fit into one memory.
    yield from connection.execute(query, execution_options={"yield_per": _BATCH}).partitions()
