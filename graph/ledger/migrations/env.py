"""Alembic's way in. The connection, and the transaction around it, come from `graph.ledger.database`."""

from __future__ import annotations

from alembic import context

from graph.ledger.schema import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, render_as_batch=True)
context.run_migrations()
