"""Where a ledger stands, and whether its rows belong together: asked of any of its databases, changing nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select, text
from sqlalchemy.sql.expression import func

from graph.ledger import schema

#: Which table has the row that a journal row of a kind announces. A purge leaves the journal rows of what it removed.
_TABLE_OF = {
    "received": schema.files,
    "state": schema.states,
    "reading": schema.readings,
    "decision": schema.decisions,
    "withdrawal": schema.withdrawals,
    "quarantine": schema.quarantine,
    "purge": schema.purges,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a ledger stands: the revision of its tables, its clock, and the hashes of the files it has and did not purge."""

    revision: str
    clock: int
    files: tuple[str, ...]


def standing_of(connection: Connection) -> Standing:
    """Where the ledger behind a connection stands."""
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    clock = connection.execute(select(func.coalesce(func.max(schema.journal.c.row), 0))).scalar_one()
    gone = select(schema.purges.c.sha256)
    kept = select(schema.files.c.sha256).where(schema.files.c.sha256.not_in(gone))
    return Standing(revision or "", clock, tuple(sorted(connection.execute(kept).scalars())))


def broken(connection: Connection) -> Iterator[str]:
    """Journal rows whose row is missing, or of a kind that is none: kind and number."""
    journal = schema.journal
    for kind, table in _TABLE_OF.items():
        missing = select(journal.c.row).where(journal.c.kind == kind, journal.c.row.not_in(select(table.c.row)))
        yield from (f"{kind} {row}" for row in connection.execute(missing.order_by(journal.c.row)).scalars())
    unknown = select(journal.c.kind, journal.c.row).where(journal.c.kind.not_in(_TABLE_OF))
    yield from (f"{kind} {row}" for kind, row in connection.execute(unknown.order_by(journal.c.row)))
