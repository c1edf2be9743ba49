"""Full-text search over what was said in a session, and lists of sessions by score."""

import sqlalchemy as sa
from alembic import op

from bot.store.search import index

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        op.execute(
            "CREATE TABLE session_search (session_id INTEGER PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,"
            " words tsvector NOT NULL)"
        )
        op.execute("CREATE INDEX ix_session_search_words ON session_search USING GIN (words)")
    else:
        op.execute("CREATE VIRTUAL TABLE session_search USING fts5 (words)")
        op.execute(
            "CREATE TRIGGER session_search_gone AFTER DELETE ON sessions"
            " BEGIN DELETE FROM session_search WHERE rowid = old.id; END"
        )
    op.create_index("ix_sessions_total", "sessions", ["total"])
    for number in connection.execute(sa.text("SELECT id FROM sessions")).scalars().all():
        index(connection, [number])


def downgrade() -> None:
    op.drop_index("ix_sessions_total", "sessions")
    if op.get_bind().dialect.name != "postgresql":
        op.execute("DROP TRIGGER session_search_gone")
    op.execute("DROP TABLE session_search")
