"""The tables of the ledger, as SQLAlchemy sees them. The migrations make them; a test compares the two."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

METADATA = MetaData()

#: The clock: every change is a row here first, and its number is the record time.
journal = Table(
    "journal",
    METADATA,
    Column("row", Integer, primary_key=True, autoincrement=True),
    Column("kind", String(16), nullable=False),  # received state reading decision withdrawal quarantine purge
    Column("at", String(32), nullable=False),
    sqlite_autoincrement=True,
)


def _entry() -> Column[int]:
    return Column("row", Integer, ForeignKey("journal.row"), primary_key=True, autoincrement=False)


files = Table(
    "files",
    METADATA,
    _entry(),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("size", Integer, nullable=False),
)

states = Table(
    "states",
    METADATA,
    _entry(),
    Column("sha256", String(64), ForeignKey("files.sha256"), nullable=False),
    Column("state", String(16), nullable=False),  # received parsed written verified
    Index("states_by_file", "sha256"),
)

readings = Table(
    "readings",
    METADATA,
    _entry(),
    Column("sha256", String(64), ForeignKey("files.sha256"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("rules", String(64), nullable=False),
    Column("jurisdiction", Text, nullable=False),  # as given when loading
    Index("readings_by_file", "sha256"),
)

documents = Table(
    "documents",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("reading", Integer, ForeignKey("readings.row"), nullable=False),
    Column("jurisdiction", Text, nullable=False),
    Column("doc_id", Text, nullable=False),
    Column("issuer", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("date", Text, nullable=False),
    Index("documents_by_reading", "reading"),
)

statements = Table(
    "statements",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("document", Integer, ForeignKey("documents.id"), nullable=False),
    Column("table", String(32), nullable=False),
    Column("data", Text, nullable=False),
    Index("statements_by_document", "document"),
)

texts = Table(
    "texts",
    METADATA,
    Column("sha256", String(64), ForeignKey("files.sha256"), primary_key=True),
    Column("text", Text, nullable=False),
)

#: Where the text of a file is printed, a row a page (`graph.ledger.imprints`); `first` to `last` are its code points.
imprints = Table(
    "imprints",
    METADATA,
    Column("sha256", String(64), ForeignKey("files.sha256"), primary_key=True),
    Column("page", Integer, primary_key=True, autoincrement=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("spots", Text, nullable=False),
)

decisions = Table(
    "decisions",
    METADATA,
    _entry(),
    Column("verdict", String(16), nullable=False),
    Column("subject", Text, nullable=False),
    Column("other", Text, nullable=False),
    Column("column", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("who", Text, nullable=False),
)

#: A reading or a decision taken back; the row it names stays.
withdrawals = Table(
    "withdrawals",
    METADATA,
    _entry(),
    Column("target", Integer, ForeignKey("journal.row"), nullable=False),
    Column("who", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Index("withdrawals_by_target", "target"),
)

quarantine = Table(
    "quarantine",
    METADATA,
    _entry(),
    Column("sha256", String(64), nullable=False),  # empty if not even its bytes could be had
    Column("name", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("position", Text, nullable=False),
    Index("quarantine_by_file", "sha256"),
)

purges = Table(
    "purges",
    METADATA,
    _entry(),
    Column("sha256", String(64), ForeignKey("files.sha256"), nullable=False),
    Column("who", Text, nullable=False),
    Column("reason", Text, nullable=False),
)
