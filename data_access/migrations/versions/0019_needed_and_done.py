"""Verdicts tell needed and done, may await statistics or depend; estimates have a band.

What is worked out is emptied both ways: `klimat refresh` works it out anew.
"""

import sqlalchemy as sa
from alembic import op

from data_access.migrations.kinds import let_words

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

ATTAINMENT_BEFORE = "'close', 'missed', 'no', 'not_assessable', 'reached', 'yes'"
ATTAINMENT_AFTER = (
    "'awaiting', 'close', 'depends', 'missed', 'no', 'not_assessable', 'reached', 'yes'"
)
REASON_BEFORE = "'narrative', 'no_series', 'no_target_value', 'no_trend', 'scope_mismatch'"
REASON_AFTER = (
    "'narrative', 'no_base', 'no_done_rate', 'no_series', 'no_target_value', 'other_size', "
    "'scope_mismatch'"
)


def upgrade() -> None:
    _empty()
    let_words("verdict", "attainment", ATTAINMENT_BEFORE, ATTAINMENT_AFTER)
    let_words("verdict", "reason", REASON_BEFORE, REASON_AFTER)
    op.create_table(
        "hindcast",
        sa.Column("gas", sa.Text(), nullable=False),
        sa.Column("horizon", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("median", sa.Double(), nullable=False),
        sa.Column("quantile", sa.Double(), nullable=False),
        sa.CheckConstraint(
            "gas IN ('co2', 'co2_biogenic', 'co2e')", name=op.f("ck_hindcast_gas_known")
        ),
        sa.PrimaryKeyConstraint("gas", "horizon", name=op.f("pk_hindcast")),
    )


def downgrade() -> None:
    op.drop_table("hindcast")
    _empty()
    let_words("verdict", "reason", REASON_AFTER, REASON_BEFORE)
    let_words("verdict", "attainment", ATTAINMENT_AFTER, ATTAINMENT_BEFORE)


def _empty() -> None:
    for table in ("verdict", "release_comparison", "goal_years"):
        op.execute(f"DELETE FROM {table}")
