"""Which public changes each of the operator's web hooks has been told of."""

import sqlalchemy as sa
from alembic import op

from data_access.columns import Instant

revision = "0221"
down_revision = "0220"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "web_hook",
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("known", sa.JSON(), nullable=False),
        sa.Column("sent", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_web_hook")),
    )


def downgrade() -> None:
    op.drop_table("web_hook")
