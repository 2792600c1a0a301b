"""What was decided of a grant, beside what is known of its sum."""

import sqlalchemy as sa
from alembic import op

revision = "0201"
down_revision = "0200"
branch_labels = None
depends_on = None

DECISIONS = "'applied', 'granted', 'rejected', 'unknown', 'withdrawn'"


def upgrade() -> None:
    # A check that comes with its column needs no table made anew, on either engine.
    op.execute(
        sa.text(
            "ALTER TABLE \"grant\" ADD COLUMN decision TEXT DEFAULT 'unknown' NOT NULL "
            f"CONSTRAINT ck_grant_decision_known CHECK (decision IN ({DECISIONS}))"
        )
    )
    op.execute(
        sa.text(
            "UPDATE \"grant\" SET decision = CASE WHEN amount_kind IN ('granted', 'paid') "
            "THEN 'granted' ELSE 'applied' END WHERE amount_kind IN ('granted', 'paid', 'applied')"
        )
    )


def downgrade() -> None:
    op.execute(sa.text('ALTER TABLE "grant" DROP COLUMN decision'))
