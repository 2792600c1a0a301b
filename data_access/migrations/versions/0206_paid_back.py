"""Grants that were paid back, and codes of municipalities that are no more."""

import sqlalchemy as sa
from alembic import op

from data_access.migrations.kinds import let_check, let_kinds

revision = "0206"
down_revision = "0205"
branch_labels = None
depends_on = None

BEFORE = (
    "'activities', 'commitments', 'contracts', 'emission-gaps', 'emissions', 'events', "
    "'exchange-rates', 'goals', 'grants', 'indicator-definitions', 'indicators', "
    "'investment-actions', 'local-contracts', 'local-signatories', 'municipalities', "
    "'organisations', 'own-series', 'population', 'price-index', 'sources', 'stocks', "
    "'work-packages'"
)
AFTER = BEFORE.replace("'emission-gaps'", "'earlier-codes', 'emission-gaps'")
NOT_NEGATIVE = ("ck_grant_amount_not_negative", "CAST(amount AS REAL) >= 0")
PAID_BACK = (
    "ck_grant_amount_paid_back",
    "CAST(amount AS REAL) >= 0 OR amount_kind IN ('granted', 'paid')",
)


def upgrade() -> None:
    let_kinds(BEFORE, AFTER)
    let_check("grant", NOT_NEGATIVE, PAID_BACK)
    op.create_table(
        "earlier_code",
        sa.Column("earlier_code", sa.Text(), nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("source_title", sa.Text(), nullable=False),
        sa.Column("source_ref", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "change IN ('merged', 'renumbered')", name=op.f("ck_earlier_code_change_known")
        ),
        sa.CheckConstraint(
            "length(earlier_code) = 4 AND length(rtrim(earlier_code, '0123456789')) = 0",
            name=op.f("ck_earlier_code_earlier_code_digits"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_earlier_code_municipality_code"),
        ),
        sa.PrimaryKeyConstraint("earlier_code", name=op.f("pk_earlier_code")),
    )


def downgrade() -> None:
    op.drop_table("earlier_code")
    paid_back = 'SELECT release_id, grant_id FROM "grant" WHERE CAST(amount AS REAL) < 0'
    op.execute(f"DELETE FROM grant_place WHERE (release_id, grant_id) IN ({paid_back})")
    op.execute(f'DELETE FROM "grant" WHERE (release_id, grant_id) IN ({paid_back})')
    let_check("grant", PAID_BACK, NOT_NEGATIVE)
    let_kinds(AFTER, BEFORE)
