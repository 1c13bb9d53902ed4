"""The ledger's interface: receive files, write readings, decide, withdraw, and say what counts.

Every change is a journal row first, in the same transaction; the row's number is the record time. The wall time beside
it is a label for people and never runs backwards. Whatever returns is on the disk.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, Table, delete, insert, select
from sqlalchemy.sql.expression import func

from core.errors import InputError, NotFoundError, UsageError
from core.settings import Settings
from graph.decisions import Decision
from graph.ledger import imprints, journal, purging, rows, schema, snapshot, standing
from graph.ledger.home import ledger_home
from graph.ledger.imprints import Imprint
from graph.ledger.live import chosen, settle
from graph.ledger.originals import Originals
from graph.ledger.records import (
    DecisionRecord,
    Difference,
    FileRecord,
    Live,
    Quarantined,
    Reading,
    ReadingRecord,
    SourceKind,
    State,
)
from graph.private import mask_statements
from graph.statements import Document, Statement


class Ledger:
    """One open ledger. Safe to use from several threads; one process writes at a time."""

    def __init__(self, settings: Settings) -> None:
        """Open the ledger that the settings name, made if missing. Raises the errors of `LedgerHome.open`."""
        self._database = ledger_home(settings).open()
        self._originals = Originals(settings.originals_path)
        self._min_confidence = settings.min_confidence
        self._past = settings.past_path

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    # --- files ---------------------------------------------------------------------------------------------------

    def receive(self, data: bytes, name: str) -> str:
        """Keep a file and return its SHA-256. The same bytes twice change nothing.

        Raises `InputError` (`FILE-PURGED`) for a file that was purged.
        """
        sha256 = self._originals.put(data)
        with self._database.writing() as connection:
            if snapshot.is_purged(connection, sha256):
                self._originals.remove(sha256)
                raise InputError(
                    f"{name}: 此文件已按规定清除 | this file was purged",
                    remedy="不能再载入 | it cannot be loaded again",
                    code="FILE-PURGED",
                )
            if not snapshot.has_file(connection, sha256):
                row = journal.entry(connection, "received")
                connection.execute(insert(schema.files).values(row=row, sha256=sha256, name=name, size=len(data)))
                connection.execute(insert(schema.states).values(row=row, sha256=sha256, state="received"))
        return sha256

    def mark(self, sha256: str, state: State) -> None:
        """Note how far a file got; a state it already reached is not noted again."""
        with self._database.writing() as connection:
            _mark(connection, sha256, state)

    def original(self, sha256: str) -> bytes:
        """The bytes of a file. Raises `NotFoundError` or `StoreCorruptError`."""
        return self._originals.get(sha256)

    def text(self, sha256: str) -> str:
        """The decoded text of a file, private data masked. Raises `NotFoundError` if there is none."""
        with self._database.reading() as connection:
            found = connection.execute(
                select(schema.texts.c.text).where(schema.texts.c.sha256 == sha256)
            ).scalar_one_or_none()
        if found is None:
            raise NotFoundError(f"没有文本 | no text of {sha256[:12]}", code="TEXT-MISSING")
        return str(found)

    def printed(self, sha256: str, start: int, end: int) -> tuple[Imprint, ...]:
        """The pages on which the code points `[start, end)` of a file's text are printed; none if it has no pages."""
        with self._database.reading() as connection:
            return imprints.between(connection, sha256, start, end)

    def files(self) -> tuple[FileRecord, ...]:
        """All files, in the order they were received."""
        with self._database.reading() as connection:
            return snapshot.files(connection)

    def pending(self) -> tuple[FileRecord, ...]:
        """Files that were received and neither written nor refused: a run was interrupted."""
        return tuple(
            record
            for record in self.files()
            if record.state in ("received", "parsed") and not record.quarantined and not record.purged
        )

    def quarantine(self, name: str, *, code: str, message: str, sha256: str = "", position: str = "") -> None:
        """Note a file that could not be read."""
        with self._database.writing() as connection:
            row = journal.entry(connection, "quarantine")
            connection.execute(
                insert(schema.quarantine).values(
                    row=row, sha256=sha256, name=name, code=code, message=message, position=position
                )
            )

    def quarantined(self) -> tuple[Quarantined, ...]:
        """The files that could not be read and have not been read since, latest last."""
        with self._database.reading() as connection:
            return snapshot.quarantined(connection)

    # --- readings ------------------------------------------------------------------------------------------------

    def has_reading(self, sha256: str, *, kinds: Collection[SourceKind], rules: str, jurisdiction: str = "") -> bool:
        """Whether a file was read as one of these kinds by these rules for this place, and the reading stands."""
        with self._database.reading() as connection:
            return any(jurisdiction in snapshot.readings_by(connection, sha256, kind, rules).values() for kind in kinds)

    def write(self, reading: Reading) -> bool:
        """Write a reading, all or nothing; False if it is there already. Private data is masked on the way in.

        The same file given another place is read anew, and its reading for the first place is withdrawn.
        Raises `NotFoundError` if the file was not received.
        """
        statements = mask_statements(reading.statements)
        with self._database.writing() as connection:
            before = snapshot.readings_by(connection, reading.sha256, reading.kind, reading.rules)
            if reading.jurisdiction in before.values():
                return False
            if not snapshot.has_file(connection, reading.sha256) or snapshot.is_purged(connection, reading.sha256):
                raise NotFoundError(f"账本中没有此文件 | no such file in the ledger: {reading.sha256[:12]}")
            for row in before:
                journal.withdraw(connection, row, who="dutygraph load", why=f"--jurisdiction {reading.jurisdiction}")
            row = journal.entry(connection, "reading")
            values = {"kind": reading.kind, "rules": reading.rules, "jurisdiction": reading.jurisdiction}
            connection.execute(insert(schema.readings).values(row=row, sha256=reading.sha256, **values))
            if reading.text:
                connection.execute(delete(schema.texts).where(schema.texts.c.sha256 == reading.sha256))
                connection.execute(insert(schema.texts).values(sha256=reading.sha256, text=reading.text))
                imprints.keep(connection, reading.sha256, reading.imprints)
            _write_statements(connection, row, reading.sha256, statements)
            _mark(connection, reading.sha256, "written")
        return True

    def readings(self, known_at: int | None = None) -> tuple[ReadingRecord, ...]:
        """All readings up to a journal row, withdrawn ones marked, in the order they were written."""
        with self._database.reading() as connection:
            return snapshot.readings(connection, known_at)

    def withdraw_reading(self, row: int, *, who: str, why: str) -> None:
        """Take a reading back; its row stays. Raises `NotFoundError`."""
        self._withdraw(schema.readings, row, who, why)

    def verified(self, clock: int) -> None:
        """Note that all files written up to a journal row stand in the published graph."""
        with self._database.writing() as connection:
            for sha256 in snapshot.written(connection, clock):
                _mark(connection, sha256, "verified")

    # --- decisions -----------------------------------------------------------------------------------------------

    def decide(self, decision: Decision, *, who: str) -> int:
        """Note a person's decision and return its journal row. Raises `UsageError` if it lacks who or why."""
        if not who.strip() or not decision.reason.strip():
            raise UsageError(
                "决定须写明决定人和理由 | a decision needs a name and a reason",
                remedy="--who 姓名 --reason 理由",
                code="DECISION-INCOMPLETE",
            )
        with self._database.writing() as connection:
            row = journal.entry(connection, "decision")
            values = {name: getattr(decision, name) for name in Decision.__dataclass_fields__}
            connection.execute(insert(schema.decisions).values(row=row, who=who, **values))
        return row

    def withdraw_decision(self, row: int, *, who: str, why: str) -> None:
        """Take a decision back; its row stays. Raises `NotFoundError`."""
        self._withdraw(schema.decisions, row, who, why)

    def decisions(self, known_at: int | None = None) -> tuple[DecisionRecord, ...]:
        """All decisions up to a journal row, withdrawn ones marked, in the order they were made."""
        with self._database.reading() as connection:
            return snapshot.decisions(connection, known_at)

    # --- what counts ---------------------------------------------------------------------------------------------

    def clock(self) -> int:
        """The record time: the number of the latest journal row; 0 for an empty ledger."""
        with self._database.reading() as connection:
            return snapshot.clock(connection)

    def content_clock(self, known_at: int | None = None) -> int:
        """The latest journal row, up to `known_at`, that changed what counts; 0 if none did."""
        with self._database.reading() as connection:
            return snapshot.clock(connection, known_at, snapshot.CONTENT)

    def clock_by(self, day: str) -> int:
        """The latest journal row written by the end of a day (Asia/Shanghai); 0 if there is none."""
        with self._database.reading() as connection:
            return snapshot.clock_by(connection, day)

    def time_of(self, row: int) -> str:
        """The wall time of the last journal row up to `row`; that of an empty ledger is the beginning of 1970."""
        with self._database.reading() as connection:
            return snapshot.time_of(connection, row)

    def changed_since(self, row: int) -> tuple[set[str], set[str]]:
        """What changed after a journal row: kinds of rows (reading, decision …), and places of the documents read."""
        with self._database.reading() as connection:
            return snapshot.changed_since(connection, row)

    def live(self, known_at: int | None = None, *, places: Collection[str] = ()) -> Live:
        """What counts, as the ledger stood at a journal row (default: now): see `graph.ledger.live.settle`.

        With `places` only the documents of these jurisdictions: a document is of one, whatever files hold it.
        """
        with self._database.reading() as connection:
            owners = snapshot.candidates(connection, known_at, places)
            statements = snapshot.statements(connection, owners, chosen(owners.values()), named=bool(places))
            decisions = snapshot.decisions(connection, known_at)
        return settle(
            [statement for _, statement in statements],
            [record.decision for record in decisions if not record.withdrawn],
            min_confidence=self._min_confidence,
        )

    def live_statements(self, known_at: int | None = None) -> tuple[Statement, ...]:
        """The statements that identity and timeline get."""
        return self.live(known_at).statements

    def differences(self) -> tuple[Difference, ...]:
        """What the files of one document do not agree on, row by row."""
        with self._database.reading() as connection:
            return snapshot.differences(connection)

    def broken(self) -> tuple[str, ...]:
        """Journal rows that do not match the tables: kind and number. None, unless somebody wrote past this class."""
        with self._database.reading() as connection:
            return tuple(standing.broken(connection))

    # --- purge ---------------------------------------------------------------------------------------------------

    def purge(self, sha256: str, *, who: str, why: str) -> None:
        """Remove the bytes and all text of a file for good; its hash stays, with who, when and why.

        Run again after a crash it finishes what it began (`graph.ledger.purging`).
        Raises `NotFoundError`, `UsageError` without who or why, `StoreBusyError` if a reader holds the old log open.
        """
        if not who.strip() or not why.strip():
            raise UsageError(
                "清除须写明经办人和理由 | a purge needs a name and a reason",
                remedy="--who 姓名 --reason 理由",
                code="PURGE-INCOMPLETE",
            )
        with self._database.writing() as connection:
            if not snapshot.has_file(connection, sha256):
                raise NotFoundError(f"账本中没有此文件 | no such file in the ledger: {sha256[:12]}")
            purging.forget(connection, sha256, who=who, why=why)
        self._originals.remove(sha256)
        shutil.rmtree(self._past, ignore_errors=True)  # graphs of past days quote what is purged
        self._database.scrub()

    def _withdraw(self, table: Table, row: int, who: str, why: str) -> None:
        with self._database.writing() as connection:
            if connection.execute(select(table.c.row).where(table.c.row == row)).scalar_one_or_none() is None:
                raise NotFoundError(f"账本中没有第 {row} 行 | no such row in the ledger: {row}")
            if row not in snapshot.withdrawn(connection):
                journal.withdraw(connection, row, who=who, why=why)


@contextmanager
def open_ledger(settings: Settings) -> Iterator[Ledger]:
    """The ledger that the settings name, closed at the end of the block."""
    ledger = Ledger(settings)
    try:
        yield ledger
    finally:
        ledger.close()


# --- writing, in the caller's transaction -----------------------------------------------------------------------


def _mark(connection: Connection, sha256: str, state: State) -> None:
    states = schema.states
    reached = connection.execute(
        select(states.c.state).where(states.c.sha256 == sha256).order_by(states.c.row.desc()).limit(1)
    ).scalar_one_or_none()
    if reached != state:
        row = journal.entry(connection, "state")
        connection.execute(insert(states).values(row=row, sha256=sha256, state=state))


def _write_statements(connection: Connection, reading: int, sha256: str, statements: Sequence[Statement]) -> None:
    own: dict[tuple[str, str], Document | None] = {}
    for statement in statements:
        key = (statement.source.jurisdiction, statement.source.doc_id)
        known = own.setdefault(key, None)
        if isinstance(statement, Document):
            own[key] = statement if known is None else min(known, statement, key=_identity_of)
    documents = schema.documents
    last = connection.execute(select(func.max(documents.c.id))).scalar_one() or 0
    ids = {key: last + number for number, key in enumerate(own, start=1)}
    described = {key: _identity_of(document) if document else ("", "", "") for key, document in own.items()}
    if own:
        connection.execute(
            insert(documents),
            [
                {
                    "id": ids[key], "reading": reading, "jurisdiction": key[0], "doc_id": key[1],
                    "issuer": issuer, "title": title, "date": date,
                }
                for key, (issuer, title, date) in described.items()
            ],
        )  # fmt: skip
    if statements:
        last = connection.execute(select(func.max(schema.statements.c.id))).scalar_one() or 0
        connection.execute(
            insert(schema.statements),
            [
                {
                    "id": number,
                    "document": ids[statement.source.jurisdiction, statement.source.doc_id],
                    "table": statement.TABLE,
                    "data": rows.encode(statement, sha256),
                }
                for number, statement in enumerate(statements, start=last + 1)
            ],
        )


def _identity_of(document: Document) -> tuple[str, str, str]:
    return document.issuer, document.title, document.signed_date or document.printed_date
