"""Alembic's environment: runs the revisions on the connection that `db.migrate` hands over, in its transaction.

For a developer's `alembic revision --autogenerate`, `db.migrate.config` says where everything is. Knows no URL.
"""

from alembic import context

from db.models import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,  # SQLite cannot change a column in place
)
with context.begin_transaction():
    context.run_migrations()
