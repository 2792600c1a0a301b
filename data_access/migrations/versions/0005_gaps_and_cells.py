"""What plans say is left to cut, and the grants folded for the portfolio.

Taking it back keeps the releases of gaps (the log of changes names them), not published, as
releases of investment actions.
"""

import sqlalchemy as sa
from alembic import op

from data_access.migrations.kinds import let_kinds

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

KINDS_BEFORE = (
    "'activities', 'commitments', 'emissions', 'exchange-rates', 'goals', "
    "'grants', 'indicators', 'investment-actions', 'municipalities', 'own-series', 'population', "
    "'price-index', 'stocks'"
)
KINDS_AFTER = KINDS_BEFORE.replace("'emissions'", "'emission-gaps', 'emissions'")
FIGURES = (
    "target_level",
    "target_reduction",
    "existing_strategies_reduction",
    "gap",
    "action_plan_reduction",
    "remaining_after_actions",
    "residual",
)


def upgrade() -> None:
    let_kinds(KINDS_BEFORE, KINDS_AFTER)
    op.create_table(
        "emission_gap",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("sector", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), server_default="", nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("baseline_year", sa.Integer(), nullable=True),
        sa.Column("baseline", sa.Double(), nullable=True),
        sa.Column("latest_year", sa.Integer(), nullable=True),
        sa.Column("latest", sa.Double(), nullable=True),
        *(sa.Column(name, sa.Double(), nullable=True) for name in FIGURES),
        sa.Column("quality_flag", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("section", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "unit IN ('kt CO2e', 't CO2e')", name=op.f("ck_emission_gap_unit_known")
        ),
        sa.CheckConstraint(
            "baseline_year BETWEEN 1900 AND 2200",
            name=op.f("ck_emission_gap_baseline_year_plausible"),
        ),
        sa.CheckConstraint(
            "latest_year BETWEEN 1900 AND 2200",
            name=op.f("ck_emission_gap_latest_year_plausible"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_emission_gap_municipality_code"),
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_emission_gap_release_id")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.source_id"], name=op.f("fk_emission_gap_source_id")
        ),
        sa.PrimaryKeyConstraint(
            "release_id", "municipality_code", "basis", "sector", name=op.f("pk_emission_gap")
        ),
    )
    op.create_table(
        "grant_cells",
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("state", name=op.f("pk_grant_cells")),
    )


def downgrade() -> None:
    op.drop_table("grant_cells")
    op.drop_table("emission_gap")
    op.execute(
        "UPDATE release SET kind = 'investment-actions', published = false "
        "WHERE kind = 'emission-gaps'"
    )
    let_kinds(KINDS_AFTER, KINDS_BEFORE)
