"""Which goal says what another means, what an aim leaves out, and the end state fossil-free.

Taking it back makes a fossil-free goal a neutral one.
"""

import sqlalchemy as sa
from alembic import op

from data_access.migrations.kinds import let_words

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

COLUMNS = ("defined_by", "leaves_out_sv", "leaves_out_en")
STATES_BEFORE = "'neutral', 'positive'"
STATES_AFTER = "'fossil_free', 'neutral', 'positive'"


def upgrade() -> None:
    for column in COLUMNS:
        op.add_column("goal", sa.Column(column, sa.Text(), server_default="", nullable=False))
    let_words("goal", "state", STATES_BEFORE, STATES_AFTER)


def downgrade() -> None:
    op.execute("UPDATE goal SET state = 'neutral' WHERE state = 'fossil_free'")
    let_words("goal", "state", STATES_AFTER, STATES_BEFORE)
    for column in reversed(COLUMNS):
        op.drop_column("goal", column)
