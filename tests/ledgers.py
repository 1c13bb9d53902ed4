"""Asking a ledger's database past the ledger, whichever engine keeps it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing

from sqlalchemy import select

from core.settings import Settings
from graph.ledger.home import ledger_home
from graph.ledger.transfer import tables_of
from tests.postgres_server import server


def executed(settings: Settings, *statements: str) -> Sequence[tuple[object, ...]]:
    """Run statements that stand for themselves, and give the rows of the last; none if it gives none."""
    if settings.ledger == "sqlite":
        with closing(sqlite3.connect(settings.ledger_path)) as database:
            rows: Sequence[tuple[object, ...]] = [row for each in statements for row in database.execute(each)]
            database.commit()
            return rows
    with server.connect(settings) as connection:
        for each in statements:
            cursor = connection.execute(each.encode())
        return cursor.fetchall() if cursor.description else []


def words(settings: Settings) -> str:
    """Every row of every table, as one text: equal ledgers give equal texts."""
    opened = ledger_home(settings).open()
    try:
        with opened.reading() as connection:
            return "\n".join(
                f"{table.name} {tuple(row)!r}"
                for table in tables_of(connection)
                for row in connection.execute(select(table).order_by(*table.primary_key.columns))
            )
    finally:
        opened.close()
