"""Meetings of a city, and what they decide. Taking it back takes them away, with their releases
out of sight."""

import sqlalchemy as sa
from alembic import op

from data_access.columns import Exact
from data_access.migrations.kinds import let_kinds

revision = "0213"
down_revision = "0212"
branch_labels = None
depends_on = None

BEFORE = (
    "'activities', 'commitments', 'contracts', 'earlier-codes', 'emission-gaps', 'emissions', "
    "'events', 'exchange-rates', 'goals', 'grants', 'indicator-definitions', 'indicators', "
    "'investment-actions', 'local-contracts', 'local-signatories', 'municipalities', "
    "'organisation-kinds', 'organisations', 'own-series', 'population', 'price-index', "
    "'programmes', 'sources', 'stocks', 'work-packages'"
)
AFTER = BEFORE.replace("'earlier-codes'", "'decisions', 'earlier-codes'").replace(
    "'municipalities'", "'meetings', 'municipalities'"
)
STATES = "'proposed', 'decided', 'rejected', 'done', 'not_done'"


def upgrade() -> None:
    let_kinds(BEFORE, AFTER)
    op.create_table(
        "meeting",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("snapshot", sa.Text(), server_default="", nullable=False),
        sa.Column("source_title", sa.Text(), nullable=False),
        sa.Column("source_ref", sa.Text(), server_default="", nullable=False),
        *_references("meeting"),
        sa.PrimaryKeyConstraint(
            "release_id", "municipality_code", "day", "body", name=op.f("pk_meeting")
        ),
    )
    op.create_table(
        "decision",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("decision_id", sa.Text(), nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("responsible", sa.Text(), server_default="", nullable=False),
        sa.Column("due", sa.Text(), server_default="", nullable=False),
        sa.Column("cost_sek", Exact(), nullable=True),
        sa.Column("effect_low_t", sa.Double(), nullable=True),
        sa.Column("effect_high_t", sa.Double(), nullable=True),
        sa.Column("pledge_id", sa.Text(), server_default="", nullable=False),
        sa.Column("meeting_day", sa.Date(), nullable=True),
        sa.Column("body", sa.Text(), server_default="", nullable=False),
        sa.Column("snapshot", sa.Text(), server_default="", nullable=False),
        sa.Column("followed_up", sa.Date(), nullable=True),
        sa.Column("comment", sa.Text(), server_default="", nullable=False),
        sa.Column("source_title", sa.Text(), nullable=False),
        sa.Column("source_ref", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(f"state IN ({STATES})", name=op.f("ck_decision_state_known")),
        sa.CheckConstraint(
            "CAST(cost_sek AS REAL) >= 0", name=op.f("ck_decision_cost_sek_not_negative")
        ),
        *(
            sa.CheckConstraint(
                f"effect_{end}_t >= 0", name=op.f(f"ck_decision_effect_{end}_t_not_negative")
            )
            for end in ("low", "high")
        ),
        *_references("decision"),
        sa.PrimaryKeyConstraint("release_id", "decision_id", name=op.f("pk_decision")),
    )
    op.create_index("ix_decision_municipality_code", "decision", ["municipality_code"])


def _references(table: str) -> tuple[sa.ForeignKeyConstraint, ...]:
    return (
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f(f"fk_{table}_municipality_code"),
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f(f"fk_{table}_release_id")
        ),
    )


def downgrade() -> None:
    op.drop_table("decision")
    op.drop_table("meeting")
    op.execute(
        "UPDATE release SET kind = 'activities', published = false "
        "WHERE kind IN ('decisions', 'meetings')"
    )
    let_kinds(AFTER, BEFORE)
