"""When a contract city joined and when it first signed, as two times, with where that is told."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

COLUMNS = ("joined", "signed", "contract_ref", "contract_read")


def upgrade() -> None:
    for name in COLUMNS:
        column = sa.Column(name, sa.Text(), server_default="", nullable=False)
        op.add_column("municipality", column)
    op.execute(
        "UPDATE municipality SET joined = CAST(contract_since AS VARCHAR(4)) "
        "WHERE contract_since IS NOT NULL"
    )


def downgrade() -> None:
    for name in COLUMNS:
        op.drop_column("municipality", name)
