"""The portfolio's sums come from a frame of the grants: nothing is stored for them any more."""

import sqlalchemy as sa
from alembic import op

revision = "0205"
down_revision = "0204"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_table("grant_cells")


def downgrade() -> None:
    """The older program folds the grants anew where nothing is stored."""
    op.create_table(
        "grant_cells",
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("state", name=op.f("pk_grant_cells")),
    )
