"""Kinds of organisation are rows: what they are called, and which can be party to a contract."""

import sqlalchemy as sa
from alembic import op

from data_access.migrations.kinds import let_check, let_kinds

revision = "0211"
down_revision = "0210"
branch_labels = None
depends_on = None

BEFORE = (
    "'activities', 'commitments', 'contracts', 'earlier-codes', 'emission-gaps', 'emissions', "
    "'events', 'exchange-rates', 'goals', 'grants', 'indicator-definitions', 'indicators', "
    "'investment-actions', 'local-contracts', 'local-signatories', 'municipalities', "
    "'organisations', 'own-series', 'population', 'price-index', 'programmes', 'sources', "
    "'stocks', 'work-packages'"
)
AFTER = BEFORE.replace("'organisations'", "'organisation-kinds', 'organisations'")

LISTED = (
    "ck_commitment_party_kind_known",
    "party_kind IN ('agency', 'municipality', 'viable_cities')",
)
STATED = ("ck_commitment_party_kind_stated", "party_kind <> ''")

KINDS = (
    ("municipality", True, "kommun", "municipality", "kommuner", "municipalities"),
    (
        *("viable_cities", True, "nationellt program", "national programme"),
        *("nationella program", "national programmes"),
    ),
    ("agency", True, "myndighet", "agency", "myndigheter", "agencies"),
    ("authority", False, "annan myndighet", "other agency", "andra myndigheter", "other agencies"),
    ("eu", False, "EU", "EU", "EU", "EU"),
    (
        *("joint", False, "gemensam finansiär", "joint funder"),
        *("gemensamma finansiärer", "joint funders"),
    ),
    ("foundation", False, "stiftelse", "foundation", "stiftelser", "foundations"),
    ("company", False, "bolag", "company", "bolag", "companies"),
    (
        *("university", False, "universitet eller högskola", "university"),
        *("universitet och högskolor", "universities"),
    ),
    (
        *("institute", False, "forskningsinstitut", "research institute"),
        *("forskningsinstitut", "research institutes"),
    ),
    ("recipient", False, "mottagare", "recipient", "mottagare", "recipients"),
)
TOGETHER = {
    "municipality": ("kommunen", "the municipality"),
    "viable_cities": ("Viable Cities", "Viable Cities"),
    "agency": ("myndigheterna", "the agencies"),
}


def upgrade() -> None:
    let_kinds(BEFORE, AFTER)
    let_check("commitment", LISTED, STATED)
    table = op.create_table(
        "organisation_kind",
        sa.Column("kind_id", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("party", sa.Boolean(), nullable=False),
        sa.Column("name_sv", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("plural_sv", sa.Text(), nullable=False),
        sa.Column("plural_en", sa.Text(), nullable=False),
        sa.Column("together_sv", sa.Text(), server_default="", nullable=False),
        sa.Column("together_en", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("place >= 0", name=op.f("ck_organisation_kind_place_not_negative")),
        sa.PrimaryKeyConstraint("kind_id", name=op.f("pk_organisation_kind")),
    )
    assert table is not None
    names = [column.name for column in table.columns]
    rows = [
        dict(zip(names, (kind, place, party, *words, *TOGETHER.get(kind, ("", ""))), strict=True))
        for place, (kind, party, *words) in enumerate(KINDS, start=1)
    ]
    op.bulk_insert(table, rows)
    # A kind that somebody has used besides is named by itself until its words come in.
    op.execute(
        "INSERT INTO organisation_kind (kind_id, place, party, name_sv, name_en, plural_sv, "
        "plural_en) SELECT DISTINCT kind, 99, false, kind, kind, kind, kind FROM organisation "
        "WHERE kind NOT IN (SELECT kind_id FROM organisation_kind)"
    )


def downgrade() -> None:
    op.drop_table("organisation_kind")
    let_check("commitment", STATED, LISTED)
    op.execute(
        "UPDATE release SET kind = 'organisations', published = false "
        "WHERE kind = 'organisation-kinds'"
    )
    let_kinds(AFTER, BEFORE)
