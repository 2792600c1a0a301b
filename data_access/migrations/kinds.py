"""Changes the words that `release.kind` may hold, on either engine."""

import sqlalchemy as sa
from alembic import op


def let_kinds(before: str, after: str) -> None:
    """Replace the words, each list as it stands in the check: quoted, in order, with commas."""
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
