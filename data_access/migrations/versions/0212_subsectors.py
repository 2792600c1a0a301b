"""What a sector is made of, where a release says so."""

import sqlalchemy as sa
from alembic import op

revision = "0212"
down_revision = "0211"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "emission_subsector",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.Column("sector_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("tonnes", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_emission_subsector_municipality_code"),
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_emission_subsector_release_id")
        ),
        sa.ForeignKeyConstraint(
            ["sector_id"], ["sector.sector_id"], name=op.f("fk_emission_subsector_sector_id")
        ),
        sa.PrimaryKeyConstraint(
            "release_id",
            "municipality_code",
            "sector_id",
            "name",
            name=op.f("pk_emission_subsector"),
        ),
    )


def downgrade() -> None:
    op.drop_table("emission_subsector")
