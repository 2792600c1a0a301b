"""Who did what, and what only some may see: drafts of releases, statuses and snapshots.

Taking it back takes away the statuses and snapshots that are not published: an older version would
show them to all. Releases that are not published stay so.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

STATUSES = ("commitment_status", "activity_status", "work_package_status")

KEEP_LOG_SQLITE = (
    "CREATE TRIGGER change_log_no_replace BEFORE INSERT ON change_log "
    "WHEN EXISTS (SELECT 1 FROM change_log WHERE change_id = NEW.change_id) "
    "BEGIN SELECT RAISE(ABORT, 'change_log is append only'); END"
)
KEEP_LOG_POSTGRESQL = (
    "CREATE TRIGGER change_log_not_emptied BEFORE TRUNCATE ON change_log "
    "FOR EACH STATEMENT EXECUTE FUNCTION change_log_is_append_only()"
)


def upgrade() -> None:
    _add("change_log", _text("actor"), _yes("shown"))
    _add("release", _text("owner"))
    _add("snapshot", _yes("published"), _text("owner"))
    for table in STATUSES:
        _add(table, _yes("published"), _text("owner"), _text("batch"))
    sqlite = op.get_context().dialect.name == "sqlite"
    op.execute(KEEP_LOG_SQLITE if sqlite else KEEP_LOG_POSTGRESQL)


def downgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        op.execute("DROP TRIGGER change_log_no_replace")
    else:
        op.execute("DROP TRIGGER change_log_not_emptied ON change_log")
    for table in STATUSES:
        op.execute(f"DELETE FROM {table} WHERE NOT published")
        _drop(table, "batch", "owner", "published")
    op.execute("DELETE FROM snapshot WHERE NOT published")
    _drop("snapshot", "owner", "published")
    _drop("release", "owner")
    _drop("change_log", "shown", "actor")


def _add(table: str, *columns: "sa.Column[str] | sa.Column[bool]") -> None:
    for column in columns:
        op.add_column(table, column)


def _drop(table: str, *columns: str) -> None:
    for column in columns:
        op.drop_column(table, column)


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _yes(name: str) -> "sa.Column[bool]":
    return sa.Column(name, sa.Boolean(), server_default=sa.true(), nullable=False)
