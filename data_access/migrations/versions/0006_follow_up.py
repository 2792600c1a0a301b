"""Local climate contracts, work packages with check-ins, and goals year by year.

Taking it back keeps the releases of what it takes away (the log of changes names them), not
published, as releases of activities.
"""

import sqlalchemy as sa
from alembic import op

from data_access.migrations.kinds import let_kinds

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KINDS_BEFORE = (
    "'activities', 'commitments', 'emission-gaps', 'emissions', 'exchange-rates', 'goals', "
    "'grants', 'indicators', 'investment-actions', 'municipalities', 'own-series', 'population', "
    "'price-index', 'stocks'"
)
KINDS_AFTER = (
    KINDS_BEFORE.replace(
        "'municipalities'", "'local-contracts', 'local-signatories', 'municipalities'"
    )
    + ", 'work-packages'"
)
STATUS_WORDS = "'done', 'late', 'not_begun', 'running', 'stopped', 'unknown'"


def upgrade() -> None:
    let_kinds(KINDS_BEFORE, KINDS_AFTER)
    op.create_table(
        "goal_years",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.CheckConstraint("year BETWEEN 1900 AND 2200", name=op.f("ck_goal_years_year_plausible")),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_goal_years")),
    )
    op.create_table(
        "local_contract",
        *_of_release("local_contract"),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("signatories", sa.Integer(), nullable=False),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        *_texts("name", "note", "quote_sv", "section"),
        sa.Column("source_title", sa.Text(), nullable=False),
        *_texts("source_ref"),
        sa.CheckConstraint(
            "signatories >= 0", name=op.f("ck_local_contract_signatories_not_negative")
        ),
        sa.PrimaryKeyConstraint(
            "release_id", "municipality_code", "at", name=op.f("pk_local_contract")
        ),
    )
    op.create_table(
        "local_signatory",
        *_of_release("local_signatory"),
        sa.Column("organisation", sa.Text(), nullable=False),
        *_texts("orgnr", "signed"),
        sa.Column("source_title", sa.Text(), nullable=False),
        *_texts("source_ref"),
        sa.PrimaryKeyConstraint(
            "release_id", "municipality_code", "organisation", name=op.f("pk_local_signatory")
        ),
    )
    op.create_table(
        "work_package",
        sa.Column("package_id", sa.Text(), nullable=False),
        *_of_release("work_package"),
        sa.Column("contract_id", sa.Text(), nullable=True),
        sa.Column("title_sv", sa.Text(), nullable=False),
        *_texts(
            "title_en", "project", "responsible", "start", "end", "section", "quote_sv", "note"
        ),
        sa.ForeignKeyConstraint(
            ["contract_id"],
            ["contract.contract_id"],
            name=op.f("fk_work_package_contract_id"),
        ),
        sa.PrimaryKeyConstraint("package_id", name=op.f("pk_work_package")),
    )
    for table in ("local_contract", "local_signatory", "work_package"):
        op.create_index(f"ix_{table}_municipality_code", table, ["municipality_code"])
    op.create_table(
        "work_package_status",
        sa.Column("package_id", sa.Text(), nullable=False),
        sa.Column("status_date", sa.Date(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        *_texts("comment", "source"),
        sa.Column("recorded", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            f"status IN ({STATUS_WORDS})", name=op.f("ck_work_package_status_status_known")
        ),
        sa.ForeignKeyConstraint(
            ["package_id"],
            ["work_package.package_id"],
            name=op.f("fk_work_package_status_package_id"),
        ),
        sa.PrimaryKeyConstraint("package_id", "status_date", name=op.f("pk_work_package_status")),
    )


def downgrade() -> None:
    for table in (
        "work_package_status",
        "work_package",
        "local_signatory",
        "local_contract",
        "goal_years",
    ):
        op.drop_table(table)
    op.execute(
        "UPDATE release SET kind = 'activities', published = false "
        "WHERE kind IN ('local-contracts', 'local-signatories', 'work-packages')"
    )
    let_kinds(KINDS_AFTER, KINDS_BEFORE)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), server_default="", nullable=False) for name in names]


def _of_release(table: str) -> list[sa.Column[int] | sa.Column[str] | sa.ForeignKeyConstraint]:
    """The release and the municipality of a row."""
    return [
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f(f"fk_{table}_release_id")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f(f"fk_{table}_municipality_code"),
        ),
    ]
