"""What is read from the ledger, within one transaction's snapshot. `known_at` is a journal row; None means now."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, Row, Select, bindparam, select
from sqlalchemy.sql.expression import func

from graph.cells import Cells, cells_of
from graph.decisions import Decision
from graph.ledger import rows, schema
from graph.ledger.live import Candidate, by_document, rules_order
from graph.ledger.records import (
    DecisionRecord,
    Difference,
    FileRecord,
    Quarantined,
    ReadingRecord,
    SourceKind,
    State,
)
from graph.statements import Statement

#: Journal rows that change what counts; the others tell how far a file got.
CONTENT = ("reading", "decision", "withdrawal", "purge")
#: Above so many documents it is cheaper to read all rows than to name those wanted.
_NAMED = 500


def clock(connection: Connection, known_at: int | None = None, kinds: Collection[str] = ()) -> int:
    """The latest journal row, of some kinds if they are given; 0 if there is none."""
    journal = schema.journal
    query = select(func.max(journal.c.row))
    if known_at is not None:
        query = query.where(journal.c.row <= known_at)
    if kinds:
        query = query.where(journal.c.kind.in_(kinds))
    return connection.execute(query).scalar_one() or 0


def clock_by(connection: Connection, day: str) -> int:
    """The latest journal row whose wall time is not after a day."""
    journal = schema.journal
    query = select(func.max(journal.c.row)).where(func.substr(journal.c.at, 1, len(day)) <= day)
    return connection.execute(query).scalar_one() or 0


def time_of(connection: Connection, row: int) -> str:
    """The wall time of the last journal row up to a row."""
    journal = schema.journal
    found = connection.execute(select(func.max(journal.c.at)).where(journal.c.row <= row)).scalar_one()
    return found or "1970-01-01T00:00:00+08:00"


def has_file(connection: Connection, sha256: str) -> bool:
    """Whether a file was ever received."""
    return connection.execute(select(schema.files.c.row).where(schema.files.c.sha256 == sha256)).first() is not None


def is_purged(connection: Connection, sha256: str) -> bool:
    """Whether a file was purged."""
    return connection.execute(select(schema.purges.c.row).where(schema.purges.c.sha256 == sha256)).first() is not None


def readings_by(connection: Connection, sha256: str, kind: SourceKind, rules: str) -> dict[int, str]:
    """The standing readings of a file by these rules: journal row to the place that was given."""
    table = schema.readings
    query = select(table.c.row, table.c.jurisdiction).where(
        table.c.sha256 == sha256, table.c.kind == kind, table.c.rules == rules
    )
    gone = withdrawn(connection)
    return {row.row: row.jurisdiction for row in connection.execute(query) if row.row not in gone}


def files(connection: Connection) -> tuple[FileRecord, ...]:
    """All files, in the order they were received, and how far each got."""
    states = select(schema.states).order_by(schema.states.c.row)
    reached: dict[str, State] = {row.sha256: row.state for row in connection.execute(states)}
    refused = {item.sha256: item.code for item in quarantined(connection)}
    gone = purged(connection)
    return tuple(
        FileRecord(
            sha256=row.sha256,
            name=row.name,
            size=row.size,
            state=reached[row.sha256],
            quarantined=refused.get(row.sha256, ""),
            purged=row.sha256 in gone,
        )
        for row in connection.execute(select(schema.files).order_by(schema.files.c.row))
    )


def written(connection: Connection, known_at: int) -> tuple[str, ...]:
    """The hashes of the files that got as far as being written and no further, and were read up to a journal row."""
    states, later, table = schema.states, schema.states.alias(), schema.readings
    further = select(later.c.row).where(later.c.sha256 == states.c.sha256, later.c.row > states.c.row)
    read = select(table.c.row).where(table.c.sha256 == states.c.sha256, table.c.row <= known_at)
    query = (
        select(states.c.sha256)
        .join(schema.files, schema.files.c.sha256 == states.c.sha256)
        .where(states.c.state == "written", ~further.exists(), read.exists())
        .order_by(schema.files.c.row)
    )
    return tuple(connection.execute(query).scalars())


def quarantined(connection: Connection) -> tuple[Quarantined, ...]:
    """The files that could not be read and have not been read since, latest last."""
    table = schema.quarantine
    query = select(table, schema.journal.c.at).join_from(table, schema.journal).order_by(table.c.row)
    latest = {(row["sha256"], row["name"]): Quarantined(**row) for row in connection.execute(query).mappings()}
    written = {reading.sha256: reading.row for reading in readings(connection)}
    gone = purged(connection)
    return tuple(item for item in latest.values() if item.sha256 not in gone and written.get(item.sha256, 0) < item.row)


def purged(connection: Connection) -> set[str]:
    """The hashes of all purged files."""
    return set(connection.execute(select(schema.purges.c.sha256)).scalars())


def readings(connection: Connection, known_at: int | None = None) -> tuple[ReadingRecord, ...]:
    """All readings in the order they were written, withdrawn ones marked."""
    table = schema.readings
    query = select(table, schema.journal.c.at).join_from(table, schema.journal).order_by(table.c.row)
    if known_at is not None:
        query = query.where(table.c.row <= known_at)
    gone = withdrawn(connection, known_at)
    return tuple(ReadingRecord(**row, withdrawn=row["row"] in gone) for row in connection.execute(query).mappings())


def decisions(connection: Connection, known_at: int | None = None) -> tuple[DecisionRecord, ...]:
    """All decisions in the order they were made, withdrawn ones marked."""
    table = schema.decisions
    query = select(table, schema.journal.c.at).join_from(table, schema.journal).order_by(table.c.row)
    if known_at is not None:
        query = query.where(table.c.row <= known_at)
    gone = withdrawn(connection, known_at)
    return tuple(
        DecisionRecord(
            row=row["row"],
            decision=Decision(**{name: row[name] for name in Decision.__dataclass_fields__}),
            who=row["who"],
            at=row["at"],
            withdrawn=row["row"] in gone,
        )
        for row in connection.execute(query).mappings()
    )


def withdrawn(connection: Connection, known_at: int | None = None) -> set[int]:
    """The journal rows of readings and decisions that were taken back."""
    table = schema.withdrawals
    query = select(table.c.target)
    if known_at is not None:
        query = query.where(table.c.row <= known_at)
    return set(connection.execute(query).scalars())


def candidates(
    connection: Connection, known_at: int | None = None, places: Collection[str] = ()
) -> dict[int, Candidate]:
    """The documents of each file's newest standing reading, by the number of their row; of some places if they are given.

    An older reading of the same file never counts: what newer rules no longer find there was misread.
    """
    documents = schema.documents
    of_places = documents.c.jurisdiction.in_(bindparam("places", sorted(places), expanding=True))
    standing = _standing(connection, known_at, select(documents.c.reading).where(of_places) if places else None)
    found = {}
    query = select(documents).where(of_places) if places else select(documents)
    for row in connection.execute(query):
        owner = standing.get(row.reading)
        if owner is not None:
            found[row.id] = Candidate(
                key=row.id, kind=owner.kind, rules=owner.rules, sha256=owner.sha256,
                jurisdiction=row.jurisdiction, doc_id=row.doc_id, issuer=row.issuer, title=row.title, date=row.date,
            )  # fmt: skip
    return found


def _standing(
    connection: Connection, known_at: int | None, among: Select[int] | None
) -> dict[int, Row[int, str, SourceKind, str]]:
    """The newest standing reading of each file, by its journal row; of the files that some readings are of, if they are given."""
    table = schema.readings
    query = select(table.c.row, table.c.sha256, table.c.kind, table.c.rules).order_by(table.c.row)
    if known_at is not None:
        query = query.where(table.c.row <= known_at)
    if among is not None:
        query = query.where(table.c.sha256.in_(select(table.c.sha256).where(table.c.row.in_(among))))
    gone = withdrawn(connection, known_at)
    newest: dict[str, Row[int, str, SourceKind, str]] = {}
    for reading in connection.execute(query):
        before = newest.get(reading.sha256)
        if reading.row not in gone and (before is None or rules_order(before.rules) <= rules_order(reading.rules)):
            newest[reading.sha256] = reading
    return {reading.row: reading for reading in newest.values()}


def statements(
    connection: Connection, owners: Mapping[int, Candidate], keys: Collection[int], *, named: bool = False
) -> list[tuple[int, Statement]]:
    """The statements of the documents `keys`, each with the number of its document's row."""
    table = schema.statements
    query = select(table.c.document, table.c.table, table.c.data).order_by(table.c.id)
    if named or len(keys) <= _NAMED:
        wanted = sorted(keys)
        parts = [
            query.where(table.c.document.in_(bindparam("keys", wanted[first : first + _NAMED], expanding=True)))
            for first in range(0, len(wanted), _NAMED)
        ]
    else:
        parts = [query]
    found = []
    for part in parts:
        for document, name, data in connection.execute(part):
            if document in keys:
                owner = owners[document]
                statement = rows.decode(
                    name, data, jurisdiction=owner.jurisdiction, doc_id=owner.doc_id, file=owner.sha256
                )
                found.append((document, statement))
    return found


def changed_since(connection: Connection, row: int) -> tuple[set[str], set[str]]:
    """What changed after a journal row: the kinds of its rows that count, and the places of the documents then read.

    Of a file that was read before, the places of all its readings.
    """
    journal, table, documents = schema.journal, schema.readings, schema.documents
    kinds = select(journal.c.kind).where(journal.c.row > row, journal.c.kind.in_(CONTENT)).distinct()
    fresh = select(table.c.sha256).where(table.c.row > row)
    of_files = select(table.c.row).where(table.c.sha256.in_(fresh))
    places = select(documents.c.jurisdiction).where(documents.c.reading.in_(of_files)).distinct()
    return set(connection.execute(kinds).scalars()), set(connection.execute(places).scalars())


def differences(connection: Connection) -> tuple[Difference, ...]:
    """What the files of one document do not agree on, row by row."""
    owners = candidates(connection)
    found: list[Difference] = []
    for versions in by_document(owners.values()):
        having_it = {version.sha256 for version in versions}
        if len(having_it) < 2:
            continue
        keys = {version.key for version in versions}
        holders: dict[tuple[str, Cells], set[str]] = {}
        for key, statement in statements(connection, owners, keys):
            holders.setdefault((statement.TABLE, cells_of(statement)), set()).add(owners[key].sha256)
        found.extend(
            Difference(
                doc_id=versions[0].doc_id,
                table=table,
                cells=cells,
                with_it=tuple(sorted(having)),
                without_it=tuple(sorted(having_it - having)),
            )
            for (table, cells), having in sorted(holders.items())
            if len(having) < len(having_it)
        )
    return tuple(found)
