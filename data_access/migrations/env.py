"""Alembic's entry: runs the migrations on the connection that `data_access.migrations` gives."""

from alembic import context

from data_access.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
