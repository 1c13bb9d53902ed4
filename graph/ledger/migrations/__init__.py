"""Alembic migrations of the ledger. They run when it is opened; a released one is never edited."""
