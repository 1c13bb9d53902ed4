"""Forgetting a file: its text, its rows, its name and what people wrote about its rows leave the database for good.

The one exception to append-only (DESIGN, section 4). What stays: the hash, who purged it, when and why, and the numbers of
journal rows. Everything here happens in the caller's transaction; bytes, write-ahead log and graphs are the caller's.
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select, update

from graph.ids import assign_ids
from graph.ledger import imprints, journal, schema, snapshot
from graph.ledger.live import chosen

_ABOUT_STATEMENTS = ("accept", "reject", "correct")


def forget(connection: Connection, sha256: str, *, who: str, why: str) -> None:
    """Note the purge and remove every word of the file. Again, it removes what is left and notes nothing."""
    if not snapshot.is_purged(connection, sha256):
        row = journal.entry(connection, "purge")
        connection.execute(insert(schema.purges).values(row=row, sha256=sha256, who=who, reason=why))
    decided = connection.execute(
        select(schema.decisions.c.row, schema.decisions.c.subject).where(
            schema.decisions.c.verdict.in_(_ABOUT_STATEMENTS)
        )
    ).all()
    before = _ids(connection) if decided else frozenset()
    readings = select(schema.readings.c.row).where(schema.readings.c.sha256 == sha256)
    documents = select(schema.documents.c.id).where(schema.documents.c.reading.in_(readings))
    connection.execute(delete(schema.statements).where(schema.statements.c.document.in_(documents)))
    connection.execute(delete(schema.documents).where(schema.documents.c.reading.in_(readings)))
    connection.execute(delete(schema.texts).where(schema.texts.c.sha256 == sha256))
    imprints.forget(connection, sha256)
    # A name may say who the paper is about, a refusal quotes the line it stumbled over.
    connection.execute(update(schema.files).where(schema.files.c.sha256 == sha256).values(name=""))
    connection.execute(
        update(schema.quarantine).where(schema.quarantine.c.sha256 == sha256).values(name="", message="", position="")
    )
    if decided:
        gone = before - _ids(connection)
        _forget_decisions(connection, {row for row, subject in decided if subject in gone}, who=who, why=why)


def _forget_decisions(connection: Connection, rows: set[int], *, who: str, why: str) -> None:
    """What a person put in place of purged words repeats them: the words go, and the decision is withdrawn."""
    withdrawn = snapshot.withdrawn(connection)
    for row in sorted(rows):
        if row not in withdrawn:
            journal.withdraw(connection, row, who=who, why=why)
        connection.execute(update(schema.decisions).where(schema.decisions.c.row == row).values(value="", reason=""))


def _ids(connection: Connection) -> frozenset[str]:
    """The ids of all statements of live readings."""
    owners = snapshot.candidates(connection)
    statements = snapshot.statements(connection, owners, chosen(owners.values()))
    return frozenset(assign_ids([statement for _, statement in statements]).ids)
