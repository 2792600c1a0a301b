"""Changes what a column may hold, on either engine."""

import sqlalchemy as sa
from alembic import op


def let_kinds(before: str, after: str) -> None:
    """Replace the words of `release.kind`."""
    let_words("release", "kind", before, after)


def let_words(table: str, column: str, before: str, after: str) -> None:
    """Replace the words, each list as it stands in the check: quoted, in order, with commas."""
    name = f"ck_{table}_{column}_known"
    let_check(table, (name, f"{column} IN ({before})"), (name, f"{column} IN ({after})"))


def let_check(table: str, before: tuple[str, str], after: tuple[str, str]) -> None:
    """Put a check in another's place; each as its name and what it says."""
    if op.get_context().dialect.name == "postgresql":
        op.drop_constraint(op.f(before[0]), table, type_="check")
        op.create_check_constraint(op.f(after[0]), table, after[1])
        return
    # Nearly every table refers to `release`, so it cannot be made anew and put in its place. A
    # check leaves no trace in the rows: SQLite's manual has it rewritten in the schema like this.
    conn = op.get_bind()
    version = conn.scalar(sa.text("PRAGMA schema_version"))
    conn.execute(sa.text("PRAGMA writable_schema = ON"))
    changed = conn.execute(
        sa.text(
            "UPDATE sqlite_master SET sql = replace(sql, :before, :after) "
            "WHERE type = 'table' AND name = :table AND instr(sql, :before) > 0"
        ),
        {
            "before": "CONSTRAINT {} CHECK ({})".format(*before),
            "after": "CONSTRAINT {} CHECK ({})".format(*after),
            "table": table,
        },
    )
    assert changed.rowcount == 1, f"the table {table} has no check {before[0]}"
    conn.execute(sa.text(f"PRAGMA schema_version = {int(version) + 1}"))
    conn.execute(sa.text("PRAGMA writable_schema = RESET"))
