"""Where on its page the figure stands that an answer to a report is about."""

import sqlalchemy as sa
from alembic import op

revision = "0222"
down_revision = "0221"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("error_answer", sa.Column("part", sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    op.drop_column("error_answer", "part")
