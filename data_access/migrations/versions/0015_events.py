"""Events that emissions show, and the sectors that a release carries forward.

Taking it back keeps the releases of events (the log of changes names them), not published, as
releases of activities.
"""

import sqlalchemy as sa
from alembic import op

from data_access.migrations.kinds import let_kinds

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

KINDS_BEFORE = (
    "'activities', 'commitments', 'emission-gaps', 'emissions', 'exchange-rates', 'goals', "
    "'grants', 'indicators', 'investment-actions', 'local-contracts', 'local-signatories', "
    "'municipalities', 'own-series', 'population', 'price-index', 'stocks', 'work-packages'"
)
KINDS_AFTER = KINDS_BEFORE.replace("'exchange-rates'", "'events', 'exchange-rates'")


def upgrade() -> None:
    let_kinds(KINDS_BEFORE, KINDS_AFTER)
    op.create_table(
        "event",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=True),
        sa.Column("sectors", sa.JSON(), nullable=False),
        sa.Column("way", sa.Text(), nullable=True),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("title_sv", "title_en", "text_sv", "text_en", "source_title")
        ),
        *(
            sa.Column(name, sa.Text(), server_default="", nullable=False)
            for name in ("source_ref", "read_on")
        ),
        sa.CheckConstraint("year BETWEEN 1900 AND 2200", name=op.f("ck_event_year_plausible")),
        sa.CheckConstraint("way IN ('down', 'up')", name=op.f("ck_event_way_known")),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_event_release_id")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_code"], ["municipality.code"], name=op.f("fk_event_municipality_code")
        ),
        sa.PrimaryKeyConstraint("release_id", "event_id", name=op.f("pk_event")),
    )
    op.create_index("ix_event_municipality_code", "event", ["municipality_code"])
    op.create_table(
        "carried_forward",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sector_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("municipalities", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "year BETWEEN 1900 AND 2200", name=op.f("ck_carried_forward_year_plausible")
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_carried_forward_release_id")
        ),
        sa.ForeignKeyConstraint(
            ["sector_id"], ["sector.sector_id"], name=op.f("fk_carried_forward_sector_id")
        ),
        sa.PrimaryKeyConstraint("release_id", "sector_id", "year", name=op.f("pk_carried_forward")),
    )


def downgrade() -> None:
    op.drop_table("carried_forward")
    op.drop_table("event")
    op.execute("UPDATE release SET kind = 'activities', published = false WHERE kind = 'events'")
    let_kinds(KINDS_AFTER, KINDS_BEFORE)
