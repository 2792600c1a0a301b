"""Whether existing resources are enough for a promise, or it must go to politics: with its status.

Taking it back takes what was told of that away.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

STATUSES = ("commitment_status", "activity_status", "work_package_status")


def upgrade() -> None:
    for table in STATUSES:
        column = sa.Column("resources", sa.Text(), server_default="", nullable=False)
        op.add_column(table, column)


def downgrade() -> None:
    for table in STATUSES:
        op.drop_column(table, "resources")
