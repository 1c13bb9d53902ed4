"""The first ledger: journal, files, readings, documents, statements, decisions, quarantine, purges."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "journal",
        sa.Column("row", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "files",
        _entry(),
        sa.Column("sha256", sa.String(64), nullable=False, unique=True),
        _text("name"),
        sa.Column("size", sa.Integer, nullable=False),
    )
    op.create_table("states", _entry(), _file(), sa.Column("state", sa.String(16), nullable=False))
    op.create_index("states_by_file", "states", ["sha256"])
    op.create_table(
        "readings",
        _entry(),
        _file(),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("rules", sa.String(64), nullable=False),
        _text("jurisdiction"),
    )
    op.create_index("readings_by_file", "readings", ["sha256"])
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.row"), nullable=False),
        _text("jurisdiction"),
        _text("doc_id"),
        _text("issuer"),
        _text("title"),
        _text("date"),
    )
    op.create_index("documents_by_reading", "documents", ["reading"])
    op.create_table(
        "statements",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("table", sa.String(32), nullable=False),
        _text("data"),
    )
    op.create_index("statements_by_document", "statements", ["document"])
    op.create_table(
        "texts",
        sa.Column("sha256", sa.String(64), sa.ForeignKey("files.sha256"), primary_key=True),
        _text("text"),
    )
    op.create_table(
        "decisions",
        _entry(),
        sa.Column("verdict", sa.String(16), nullable=False),
        *(_text(name) for name in ("subject", "other", "column", "value", "reason", "who")),
    )
    op.create_table(
        "withdrawals",
        _entry(),
        sa.Column("target", sa.Integer, sa.ForeignKey("journal.row"), nullable=False),
        _text("who"),
        _text("reason"),
    )
    op.create_index("withdrawals_by_target", "withdrawals", ["target"])
    op.create_table(
        "quarantine",
        _entry(),
        sa.Column("sha256", sa.String(64), nullable=False),
        *(_text(name) for name in ("name", "code", "message", "position")),
    )
    op.create_index("quarantine_by_file", "quarantine", ["sha256"])
    op.create_table("purges", _entry(), _file(), _text("who"), _text("reason"))


def _entry() -> sa.Column[int]:
    return sa.Column("row", sa.Integer, sa.ForeignKey("journal.row"), primary_key=True, autoincrement=False)


def _file() -> sa.Column[str]:
    return sa.Column("sha256", sa.String(64), sa.ForeignKey("files.sha256"), nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)
