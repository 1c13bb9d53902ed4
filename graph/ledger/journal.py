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
    last, at = connection.execute(select(func.max(journal.c.row), func.max(journal.c.at))).one()
    now = datetime.now(ZONE).isoformat(timespec="seconds")
    # Counted here, not by the engine: one that leaves gaps for what was rolled back would give other numbers.
    row = (last or 0) + 1
    connection.execute(insert(journal).values(row=row, kind=kind, at=max(now, at or "")))
    return row


def withdraw(connection: Connection, target: int, *, who: str, why: str) -> None:
    """Take back a reading or a decision; the row it names stays."""
    row = entry(connection, "withdrawal")
    connection.execute(insert(schema.withdrawals).values(row=row, target=target, who=who, reason=why))
