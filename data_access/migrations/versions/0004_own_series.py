"""A city's own series: a kind of release, and whose figures each such release holds.

Taking it back keeps the figures (the log of changes names their releases) as emission releases
that are not published.
"""

import sqlalchemy as sa
from alembic import op

from data_access.migrations.kinds import let_kinds

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KINDS_BEFORE = (
    "'activities', 'commitments', 'emissions', 'exchange-rates', 'goals', "
    "'grants', 'indicators', 'investment-actions', 'municipalities', 'population', "
    "'price-index', 'stocks'"
)
KINDS_AFTER = KINDS_BEFORE.replace("'population'", "'own-series', 'population'")


def upgrade() -> None:
    let_kinds(KINDS_BEFORE, KINDS_AFTER)
    op.create_table(
        "own_series",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.Column("continues_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["continues_id"], ["release.release_id"], name=op.f("fk_own_series_continues_id")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_own_series_municipality_code"),
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_own_series_release_id")
        ),
        sa.PrimaryKeyConstraint("release_id", name=op.f("pk_own_series")),
    )
    op.create_index(
        "ix_own_series_municipality_code", "own_series", ["municipality_code"], unique=False
    )


def downgrade() -> None:
    op.drop_index("ix_own_series_municipality_code", table_name="own_series")
    op.drop_table("own_series")
    op.execute("UPDATE release SET kind = 'emissions', published = false WHERE kind = 'own-series'")
    let_kinds(KINDS_AFTER, KINDS_BEFORE)
