"""Where the file of a source was found, beside its publisher's page.

What stood as the address of a file (owner/name@commit, which no browser opens) is left as it is:
the seed has the addresses that open, and an operator's own sources are the operator's.
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("source", sa.Column("file_url", sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    op.drop_column("source", "file_url")
