"""What was fetched from publishers is remembered: it comes again only when it has changed."""

import sqlalchemy as sa
from alembic import op

from data_access.columns import Instant

revision = "0208"
down_revision = "0207"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "fetched_file",
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("last_modified", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("fetched", Instant(), nullable=False),
        sa.Column("checked", Instant(), nullable=False),
        sa.Column("release_label", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("publisher", "address", name=op.f("pk_fetched_file")),
    )


def downgrade() -> None:
    op.drop_table("fetched_file")
