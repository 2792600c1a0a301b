"""What a fetched file changes is kept beside its draft, for whoever approves it."""

import sqlalchemy as sa
from alembic import op

revision = "0210"
down_revision = "0209"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("fetched_file") as table:
        table.add_column(sa.Column("report", sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("fetched_file") as table:
        table.drop_column("report")
