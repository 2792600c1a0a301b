"""Grants that name another row, and those with a case number, are found without reading all."""

import sqlalchemy as sa
from alembic import op

revision = "0214"
down_revision = "0213"
branch_labels = None
depends_on = None

INDEXES = {
    "ix_grant_same_as": ["same_as"],
    "ix_grant_case_number": ["case_number", "source_id"],
}


def upgrade() -> None:
    for name, columns in INDEXES.items():
        there = sa.text(f"{columns[0]} <> ''")
        op.create_index(name, "grant", columns, sqlite_where=there, postgresql_where=there)


def downgrade() -> None:
    for name in INDEXES:
        op.drop_index(name, table_name="grant")
