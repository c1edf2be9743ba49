"""The newest score by dimension, beside the total: how a team stands is read without opening the scorecards."""

import sqlalchemy as sa
from alembic import op

from bot.store.tables import Json

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # No batch: SQLite would build the table anew, and the search's trigger on it would be lost.
    op.add_column("sessions", sa.Column("marks", Json, nullable=True))
    _fill(op.get_bind())


def downgrade() -> None:
    op.drop_column("sessions", "marks")


def _fill(connection: sa.Connection) -> None:
    scores = sa.table("scores", sa.column("id"), sa.column("session_id"), sa.column("lines", Json))
    sessions = sa.table("sessions", sa.column("id"), sa.column("marks", Json))
    newest = sa.select(sa.func.max(scores.c.id)).group_by(scores.c.session_id)
    rows = connection.execute(sa.select(scores.c.session_id, scores.c.lines).where(scores.c.id.in_(newest))).all()
    for session_id, lines in rows:
        marks = {line["dimension"]: line["score"] for line in lines}
        connection.execute(sessions.update().where(sessions.c.id == session_id).values(marks=marks))
