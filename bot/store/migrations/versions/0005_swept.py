"""Retention: when the words of a session were deleted."""

import sqlalchemy as sa
from alembic import op

from bot.store.tables import UtcDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # No batch: SQLite would build the table anew, and the search's trigger on it would be lost.
    op.add_column("sessions", sa.Column("swept_at", UtcDateTime(), nullable=True))


def downgrade() -> None:
    op.drop_column("sessions", "swept_at")
