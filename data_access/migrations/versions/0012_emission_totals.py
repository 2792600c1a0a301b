"""Each municipality's total by year stored with its release; filled by `klimat upgrade` after."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "emission_total",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("tonnes", sa.Double(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "year BETWEEN 1900 AND 2200", name=op.f("ck_emission_total_year_plausible")
        ),
        sa.CheckConstraint(
            "status IN ('final', 'preliminary', 'forecast', 'estimate')",
            name=op.f("ck_emission_total_status_known"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_emission_total_municipality_code"),
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_emission_total_release_id")
        ),
        sa.PrimaryKeyConstraint(
            "release_id", "municipality_code", "year", name=op.f("pk_emission_total")
        ),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("emission_total")
