"""Writing to the journal, in the caller's transaction: the row that comes before any change, and a row that takes one back."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select
from sqlalchemy.sql.expression import func

from graph.days import ZONE
from graph.ledger import schema


def entry(connection: Connection, kind: str) -> int:
    """A new journal row; its wall time is never before the one above it."""
    journal = schema.journal
    last = connection.execute(select(func.max(journal.c.at))).scalar_one() or ""
    now = datetime.now(ZONE).isoformat(timespec="seconds")
    row = connection.execute(insert(journal).values(kind=kind, at=max(now, last))).inserted_primary_key
    return int(row[0]) if row else 0


def withdraw(connection: Connection, target: int, *, who: str, why: str) -> None:
    """Take back a reading or a decision; the row it names stays."""
    row = entry(connection, "withdrawal")
    connection.execute(insert(schema.withdrawals).values(row=row, target=target, who=who, reason=why))
