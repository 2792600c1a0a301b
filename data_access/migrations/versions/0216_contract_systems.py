"""Who steers and takes part, obstacles, annexes' documents, comments on a year's account, national
figures; decision, priority and cost of an activity. Taking it back takes them away, with their
releases out of sight."""

import sqlalchemy as sa
from alembic import op

from data_access.columns import Exact
from data_access.migrations.kinds import let_kinds

revision = "0216"
down_revision = "0214"
branch_labels = None
depends_on = None

BEFORE = (
    "'activities', 'commitments', 'contracts', 'decisions', 'earlier-codes', 'emission-gaps', "
    "'emissions', 'events', 'exchange-rates', 'goals', 'grants', 'indicator-definitions', "
    "'indicators', 'investment-actions', 'local-contracts', 'local-signatories', 'meetings', "
    "'municipalities', 'organisation-kinds', 'organisations', 'own-series', 'population', "
    "'price-index', 'programmes', 'sources', 'stocks', 'work-packages'"
)
AFTER = "'account-comments', " + BEFORE.replace(
    "'contracts'", "'contract-documents', 'contract-roles', 'contracts'"
).replace("'organisation-kinds'", "'national-figures', 'obstacles', 'organisation-kinds'")
KINDS = (
    "'account-comments', 'contract-documents', 'contract-roles', 'national-figures', 'obstacles'"
)
ROLES = (
    "'political', 'commissioner', 'reference', 'owner', 'steering', 'operational', 'decides', "
    "'management', 'team', 'working_group', 'party', 'platform'"
)
STATES = "'named', 'question', 'lab', 'solved', 'refused'"
AREAS = "'mobility', 'land', 'energy', 'circular', 'other'"
SECTIONS = "'whole', 'emissions', 'goals', 'indicators', 'activities', 'decisions'"
SERIES = "'territorial_fossil', 'biogenic', 'consumption_abroad'"


def upgrade() -> None:
    let_kinds(BEFORE, AFTER)
    op.create_table(
        "contract_role",
        _release(),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        *_texts("project", "promised_sv", "promised_en"),
        sa.Column("proposed", sa.Boolean(), nullable=False),
        *_texts("organisation_id", "section", "quote_sv"),
        sa.Column("source_title", sa.Text(), nullable=False),
        *_texts("source_ref"),
        _known("contract_role", "role", ROLES),
        *_references("contract_role", municipality_code="municipality.code"),
        _key("contract_role", "municipality_code", "role", "name"),
    )
    op.create_table(
        "obstacle",
        _release(),
        sa.Column("obstacle_id", sa.Text(), nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.Column("title_sv", sa.Text(), nullable=False),
        *_texts("title_en"),
        sa.Column("rule", sa.Text(), nullable=False),
        *_texts("rule_owner", "since"),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        *_texts("comment", "section", "quote_sv"),
        sa.Column("source_title", sa.Text(), nullable=False),
        *_texts("source_ref"),
        _known("obstacle", "state", STATES),
        _known("obstacle", "area", AREAS),
        *_references("obstacle", municipality_code="municipality.code"),
        _key("obstacle", "obstacle_id"),
    )
    op.create_table(
        "contract_document",
        _release(),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.Column("version_year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("title_sv", sa.Text(), nullable=False),
        *_texts("title_en"),
        sa.Column("address", sa.Text(), nullable=False),
        sa.CheckConstraint("place >= 0", name=op.f("ck_contract_document_place_not_negative")),
        _a_year("contract_document", "version_year"),
        *_references("contract_document", municipality_code="municipality.code"),
        _key("contract_document", "municipality_code", "version_year", "place"),
    )
    op.create_table(
        "account_comment",
        _release(),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source_title", sa.Text(), nullable=False),
        *_texts("source_ref"),
        _a_year("account_comment"),
        _known("account_comment", "section", SECTIONS),
        *_references("account_comment", municipality_code="municipality.code"),
        _key("account_comment", "municipality_code", "year", "section"),
    )
    op.create_table(
        "national_figure",
        _release(),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("tonnes", sa.Double(), nullable=False),
        _known("national_figure", "series", SERIES),
        _a_year("national_figure"),
        sa.CheckConstraint("tonnes >= 0", name=op.f("ck_national_figure_tonnes_not_negative")),
        *_references("national_figure"),
        _key("national_figure", "series", "year"),
    )
    for column in _texts("decision", "priority"):
        op.add_column("activity", column)
    # A check in its column is taken, and taken back, by both engines.
    amount = Exact().compile(dialect=op.get_bind().dialect)
    check = "CONSTRAINT ck_activity_cost_sek_not_negative CHECK (CAST(cost_sek AS REAL) >= 0)"
    op.execute(f"ALTER TABLE activity ADD COLUMN cost_sek {amount} {check}")


def _release() -> sa.Column[int]:
    return sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False)


def _texts(*names: str) -> tuple[sa.Column[str], ...]:
    return tuple(sa.Column(name, sa.Text(), server_default="", nullable=False) for name in names)


def _known(table: str, column: str, words: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} IN ({words})", name=op.f(f"ck_{table}_{column}_known"))


def _a_year(table: str, column: str = "year") -> sa.CheckConstraint:
    return sa.CheckConstraint(
        f"{column} BETWEEN 1900 AND 2200", name=op.f(f"ck_{table}_{column}_plausible")
    )


def _references(table: str, **columns: str) -> tuple[sa.ForeignKeyConstraint, ...]:
    return tuple(
        sa.ForeignKeyConstraint([column], [there], name=op.f(f"fk_{table}_{column}"))
        for column, there in {**columns, "release_id": "release.release_id"}.items()
    )


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint("release_id", *columns, name=op.f(f"pk_{table}"))


def downgrade() -> None:
    for column in ("cost_sek", "priority", "decision"):
        op.drop_column("activity", column)
    for table in (
        "national_figure",
        "account_comment",
        "contract_document",
        "obstacle",
        "contract_role",
    ):
        op.drop_table(table)
    op.execute(f"UPDATE release SET kind = 'activities', published = false WHERE kind IN ({KINDS})")
    let_kinds(AFTER, BEFORE)
