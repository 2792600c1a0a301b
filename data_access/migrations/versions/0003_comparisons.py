"""Releases held against each other, and sectors that a release fills in late."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "release_comparison",
        sa.Column("old_release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("new_release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("current_year", sa.Integer(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["new_release_id"],
            ["release.release_id"],
            name=op.f("fk_release_comparison_new_release_id"),
        ),
        sa.ForeignKeyConstraint(
            ["old_release_id"],
            ["release.release_id"],
            name=op.f("fk_release_comparison_old_release_id"),
        ),
        sa.PrimaryKeyConstraint(
            "old_release_id", "new_release_id", name=op.f("pk_release_comparison")
        ),
    )
    op.create_table(
        "sector_start",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sector_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("first_year", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "first_year BETWEEN 1900 AND 2200", name=op.f("ck_sector_start_first_year_plausible")
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_sector_start_release_id")
        ),
        sa.ForeignKeyConstraint(
            ["sector_id"], ["sector.sector_id"], name=op.f("fk_sector_start_sector_id")
        ),
        sa.PrimaryKeyConstraint("release_id", "sector_id", name=op.f("pk_sector_start")),
    )


def downgrade() -> None:
    op.drop_table("sector_start")
    op.drop_table("release_comparison")
