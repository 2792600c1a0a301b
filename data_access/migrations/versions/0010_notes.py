"""Internal notes about municipalities. Taking it back takes the notes away."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "note",
        sa.Column("note_id", sa.Integer(), nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), server_default="", nullable=False),
        sa.Column("author", sa.Text(), server_default="", nullable=False),
        sa.Column("written", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("withdrawn", sa.DateTime(timezone=True)),
        sa.CheckConstraint("owner <> ''", name=op.f("ck_note_owned")),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_note_municipality_code"),
        ),
        sa.PrimaryKeyConstraint("note_id", name=op.f("pk_note")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_note_municipality_code", "note", ["municipality_code"])


def downgrade() -> None:
    op.drop_table("note")
