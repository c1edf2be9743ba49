"""Alembic's entry: runs the migrations on the connection that `bot.store.database.upgrade` hands over."""

from alembic import context

import bot.store.people_tables  # noqa: F401 - its tables must be known here
from bot.store.tables import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
