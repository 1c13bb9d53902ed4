"""${message}"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Forward only: the ledger is append-only, and a backup is the way back."""
    ${upgrades if upgrades else "raise NotImplementedError"}
