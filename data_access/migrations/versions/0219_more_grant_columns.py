"""The days on which grants begin and end, and their recipients' numbers, are among their stored
columns: `klimat upgrade` makes these of the rows."""

from alembic import op

revision = "0219"
down_revision = "0218"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DELETE FROM grant_column")


def downgrade() -> None:
    op.execute("DELETE FROM grant_column")
