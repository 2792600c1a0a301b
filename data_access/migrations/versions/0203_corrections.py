"""Corrections with their reason, and the way back from imports that renewed rows."""

import sqlalchemy as sa
from alembic import op

revision = "0203"
down_revision = "0202"
branch_labels = None
depends_on = None

# A line of the log may let go of its release, which an import that is undone takes along. Its words
# stay as they were written.
LET_GO = " AND ".join(
    (
        "NEW.release_id IS NULL",
        *(f"NEW.{name} = OLD.{name}" for name in ("change_id", "at", "action", "detail", "actor")),
        "NEW.shown = OLD.shown",
    )
)
REFUSE = "SELECT RAISE(ABORT, 'change_log is append only')"


def upgrade() -> None:
    op.create_table(
        "correction",
        sa.Column("correction_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("release", sa.Text(), server_default="", nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("taken_out", sa.JSON(), nullable=False),
        sa.CheckConstraint(
            "action IN ('correct', 'restore', 'undo', 'withdraw')",
            name=op.f("ck_correction_action_known"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_correction_municipality_code_municipality"),
        ),
        sa.PrimaryKeyConstraint("correction_id", name=op.f("pk_correction")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_correction_kind_key", "correction", ["kind", "key"])
    op.create_table(
        "replaced_row",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("key", sa.JSON(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["release_id"],
            ["release.release_id"],
            name=op.f("fk_replaced_row_release_id_release"),
        ),
        sa.PrimaryKeyConstraint("release_id", "number", name=op.f("pk_replaced_row")),
    )
    if op.get_context().dialect.name == "sqlite":
        op.execute("DROP TRIGGER change_log_no_update")
        op.execute(
            "CREATE TRIGGER change_log_no_update BEFORE UPDATE ON change_log "
            f"WHEN NOT ({LET_GO}) BEGIN {REFUSE}; END"
        )
    else:
        op.execute(
            _function(f"IF TG_OP = 'UPDATE' THEN IF {LET_GO} THEN RETURN NEW; END IF; END IF;")
        )


def downgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        op.execute("DROP TRIGGER change_log_no_update")
        op.execute(
            f"CREATE TRIGGER change_log_no_update BEFORE UPDATE ON change_log BEGIN {REFUSE}; END"
        )
    else:
        op.execute(_function(""))
    op.drop_table("replaced_row")
    op.drop_index("ix_correction_kind_key", table_name="correction")
    op.drop_table("correction")


def _function(first: str) -> str:
    return (
        "CREATE OR REPLACE FUNCTION change_log_is_append_only() RETURNS trigger "
        f"LANGUAGE plpgsql AS $$ BEGIN {first} "
        "RAISE EXCEPTION 'change_log is append only'; END $$"
    )
