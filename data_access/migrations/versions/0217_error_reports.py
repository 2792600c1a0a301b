"""What readers report of the figures of a page, and the answers that stand there."""

import sqlalchemy as sa
from alembic import op

from data_access.columns import Instant

revision = "0217"
down_revision = "0216"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "error_report",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("received", Instant(), nullable=False),
        sa.Column("owner", sa.Text(), server_default="", nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("closed", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_error_report")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_error_report_owner", "error_report", ["owner"])
    op.create_table(
        "error_answer",
        sa.Column("report_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("answered", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["error_report.report_id"],
            name=op.f("fk_error_answer_report_id"),
        ),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_error_answer")),
    )
    op.create_index("ix_error_answer_page", "error_answer", ["page"])


def downgrade() -> None:
    op.drop_table("error_answer")
    op.drop_table("error_report")
