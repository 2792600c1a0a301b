"""Every release of emissions has its edition: those whose label ended in no year had none, and were
never shown; one whose label ended in a year to come was shown before all others."""

import sqlalchemy as sa
from alembic import op

revision = "0202"
down_revision = "0201"
branch_labels = None
depends_on = None

YEAR = {"sqlite": "CAST(strftime('%Y', {0}) AS INTEGER)", "postgresql": "EXTRACT(YEAR FROM {0})"}


def upgrade() -> None:
    year = YEAR[op.get_bind().dialect.name]
    op.execute(
        sa.text(
            f"UPDATE release SET edition = COALESCE({year.format('released')}, "
            f"{year.format('imported')}) WHERE kind = 'emissions' AND "
            f"(edition IS NULL OR edition > {year.format('imported')})"
        )
    )


def downgrade() -> None:
    """What the editions were is not kept; the older program reads these as well."""
