"""Links by which somebody without an account reports where one promise stands, once."""

import sqlalchemy as sa
from alembic import op

from data_access.columns import Instant

revision = "0218"
down_revision = "0217"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "status_link",
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), server_default="", nullable=False),
        sa.Column("pledge_id", sa.Text(), nullable=False),
        sa.Column("made", Instant(), nullable=False),
        sa.Column("expires", Instant(), nullable=False),
        sa.Column("used", Instant(), nullable=True),
        sa.Column("revoked", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("link_id", name=op.f("pk_status_link")),
        sa.CheckConstraint("owner <> ''", name=op.f("ck_status_link_owned")),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.drop_table("status_link")
