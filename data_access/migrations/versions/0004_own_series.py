"""A city's own series: a kind of release, and whose figures each such release holds.

Taking it back keeps the figures (the log of changes names their releases) as emission releases
that are not published.
"""

import sqlalchemy as sa
from alembic import op

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


def let_kinds(before: str, after: str) -> None:
    """Replace the words that `release.kind` may hold."""
    if op.get_context().dialect.name == "postgresql":
        op.drop_constraint(op.f("ck_release_kind_known"), "release", type_="check")
        op.create_check_constraint(op.f("ck_release_kind_known"), "release", f"kind IN ({after})")
        return
    # Nearly every table refers to `release`, so it cannot be made anew and put in its place. A
    # check leaves no trace in the rows: SQLite's manual has it rewritten in the schema like this.
    conn = op.get_bind()
    version = conn.scalar(sa.text("PRAGMA schema_version"))
    conn.execute(sa.text("PRAGMA writable_schema = ON"))
    changed = conn.execute(
        sa.text(
            "UPDATE sqlite_master SET sql = replace(sql, :before, :after) "
            "WHERE type = 'table' AND name = 'release' AND instr(sql, :before) > 0"
        ),
        {"before": f"kind IN ({before})", "after": f"kind IN ({after})"},
    )
    assert changed.rowcount == 1, "the table release has another check on its kinds"
    conn.execute(sa.text(f"PRAGMA schema_version = {int(version) + 1}"))
    conn.execute(sa.text("PRAGMA writable_schema = RESET"))
