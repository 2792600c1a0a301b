"""Registers of who gives and receives money and of the funders' programmes; of a grant its case
number, the year of a yearly part and what its amount covers. Taking it back takes these away."""

import sqlalchemy as sa
from alembic import op

from data_access.migrations.kinds import let_kinds

revision = "0207"
down_revision = "0206"
branch_labels = None
depends_on = None

BEFORE = (
    "'activities', 'commitments', 'contracts', 'earlier-codes', 'emission-gaps', 'emissions', "
    "'events', 'exchange-rates', 'goals', 'grants', 'indicator-definitions', 'indicators', "
    "'investment-actions', 'local-contracts', 'local-signatories', 'municipalities', "
    "'organisations', 'own-series', 'population', 'price-index', 'sources', 'stocks', "
    "'work-packages'"
)
AFTER = BEFORE.replace("'price-index'", "'price-index', 'programmes'")

FOREIGN_KEY = "fk_organisation_source_id_source"


def upgrade() -> None:
    let_kinds(BEFORE, AFTER)
    with op.batch_alter_table("organisation") as table:
        table.add_column(sa.Column("name_en", sa.Text(), server_default="", nullable=False))
        table.add_column(sa.Column("parent_id", sa.Text(), server_default="", nullable=False))
        table.add_column(sa.Column("member_ids", sa.JSON(), nullable=True))
        table.add_column(sa.Column("spellings", sa.JSON(), nullable=True))
        table.add_column(sa.Column("source_id", sa.Text(), nullable=True))
        table.add_column(sa.Column("source_ref", sa.Text(), server_default="", nullable=False))
        table.create_foreign_key(op.f(FOREIGN_KEY), "source", ["source_id"], ["source_id"])
    op.create_table(
        "programme",
        sa.Column("programme_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), server_default="", nullable=False),
        sa.Column("funder_ids", sa.JSON(), nullable=True),
        sa.Column("parent_id", sa.Text(), server_default="", nullable=False),
        sa.Column("spellings", sa.JSON(), nullable=True),
        sa.Column("source_id", sa.Text(), nullable=True),
        sa.Column("source_ref", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.source_id"], name=op.f("fk_programme_source_id_source")
        ),
        sa.PrimaryKeyConstraint("programme_id", name=op.f("pk_programme")),
    )
    op.add_column("grant", sa.Column("case_number", sa.Text(), server_default="", nullable=False))
    op.add_column("grant", sa.Column("part_year", sa.Integer(), nullable=True))
    op.add_column("grant", sa.Column("amount_basis", sa.Text(), server_default="", nullable=False))
    # The year of a yearly part was stored as that of the decision, which nobody tells.
    op.execute(
        'UPDATE "grant" SET part_year = decision_year, decision_year = NULL '
        "WHERE grant_id LIKE '%@____' AND decision_year IS NOT NULL"
    )


def downgrade() -> None:
    op.execute('UPDATE "grant" SET decision_year = part_year WHERE part_year IS NOT NULL')
    for name in ("amount_basis", "part_year", "case_number"):
        op.drop_column("grant", name)
    op.drop_table("programme")
    with op.batch_alter_table("organisation") as table:
        table.drop_constraint(op.f(FOREIGN_KEY), type_="foreignkey")
        for name in ("source_ref", "source_id", "spellings", "member_ids", "parent_id", "name_en"):
            table.drop_column(name)
    op.execute(
        "UPDATE release SET kind = 'organisations', published = false WHERE kind = 'programmes'"
    )
    let_kinds(AFTER, BEFORE)
