"""The grants of a release stand beside their rows column by column; `klimat upgrade` fills them."""

import sqlalchemy as sa
from alembic import op

revision = "0209"
down_revision = "0208"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "grant_column",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_grant_column_release_id")
        ),
        sa.PrimaryKeyConstraint("release_id", "name", name=op.f("pk_grant_column")),
    )


def downgrade() -> None:
    op.drop_table("grant_column")
