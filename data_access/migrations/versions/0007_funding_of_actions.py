"""Who pays for an action of a plan, how much is secured, and the city's own rating of it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

PAYERS = "'', 'eu', 'municipality', 'other', 'private', 'region', 'state'"
RATINGS = ("co_benefits", "feasibility")


def upgrade() -> None:
    # A check that comes with its column needs no table made anew, on either engine.
    exact = "TEXT" if op.get_context().dialect.name == "sqlite" else "NUMERIC"
    _add("payer", "TEXT DEFAULT '' NOT NULL", "payer_known", f"payer IN ({PAYERS})")
    _add("secured", exact, "secured_not_negative", "CAST(secured AS REAL) >= 0")
    for rating in RATINGS:
        _add(rating, "INTEGER", f"{rating}_rated", f"{rating} BETWEEN 1 AND 5")


def downgrade() -> None:
    for column in (*reversed(RATINGS), "secured", "payer"):
        op.execute(sa.text(f"ALTER TABLE investment_action DROP COLUMN {column}"))


def _add(column: str, kind: str, name: str, check: str) -> None:
    op.execute(
        sa.text(
            f"ALTER TABLE investment_action ADD COLUMN {column} {kind} "
            f"CONSTRAINT ck_investment_action_{name} CHECK ({check})"
        )
    )
