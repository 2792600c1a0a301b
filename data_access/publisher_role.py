"""What the role that the buttons write as may not do to the rows of a table (PostgreSQL).

`deploy/postgres/roles.psql` makes the role and lets it change rows; which tables no button changes
is known here, and told to the database whenever its tables are brought to the newest version.
"""

from sqlalchemy import Connection, text

ROLE = "klimat_publisher"

REVOKED = {
    "INSERT, UPDATE, DELETE": (
        "alembic_version",
        "county",
        "earlier_code",
        "fetched_file",
        "municipality_spelling",
        "organisation_kind",
        "sector",
        "web_hook",
    ),
    # Who discards a draft takes its rows out of every table that has a column for its release.
    "INSERT, UPDATE": (
        "contract_document",
        "emission_gap",
        "emission_subsector",
        "exchange_rate",
        "local_contract",
        "local_signatory",
        "national_emission",
        "national_figure",
        "population",
        "price_index",
        "stock",
    ),
    "DELETE": ("change_log",),
}
"""Rights that the role does not have → the tables on which it does not."""


def restrict(conn: Connection) -> None:
    """Take these rights from the role, where there is one. Needs the owner of the tables."""
    if conn.dialect.name != "postgresql":
        return
    if conn.scalar(text("SELECT 1 FROM pg_roles WHERE rolname = :role"), {"role": ROLE}) is None:
        return
    for rights, tables in REVOKED.items():
        conn.execute(text(f"REVOKE {rights} ON {', '.join(tables)} FROM {ROLE}"))
