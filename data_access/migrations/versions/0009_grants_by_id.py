"""Grants are found by their id alone: a municipality's page asks for the newest row of each."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_grant_grant_id", "grant", ["grant_id"])


def downgrade() -> None:
    op.drop_index("ix_grant_grant_id", "grant")
