"""Rows that are the same thing can be merged. Taking it back takes mergings for withdrawals."""

import sqlalchemy as sa
from alembic import op

from data_access.migrations.kinds import let_words

revision = "0220"
down_revision = "0219"
branch_labels = None
depends_on = None

BEFORE = "'correct', 'restore', 'undo', 'withdraw'"
AFTER = "'correct', 'merge', 'restore', 'undo', 'withdraw'"


def upgrade() -> None:
    op.add_column("correction", sa.Column("moved", sa.JSON(none_as_null=True), nullable=True))
    let_words("correction", "action", BEFORE, AFTER)


def downgrade() -> None:
    op.execute("UPDATE correction SET action = 'withdraw' WHERE action = 'merge'")
    let_words("correction", "action", AFTER, BEFORE)
    op.drop_column("correction", "moved")
