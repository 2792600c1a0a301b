"""Contracts, sources, organisations and indicators come in files like all else."""

from data_access.migrations.kinds import let_kinds

revision = "0204"
down_revision = "0203"
branch_labels = None
depends_on = None

BEFORE = (
    "'activities', 'commitments', 'emission-gaps', 'emissions', 'events', 'exchange-rates', "
    "'goals', 'grants', 'indicators', 'investment-actions', 'local-contracts', "
    "'local-signatories', 'municipalities', 'own-series', 'population', 'price-index', 'stocks', "
    "'work-packages'"
)
AFTER = (
    "'activities', 'commitments', 'contracts', 'emission-gaps', 'emissions', 'events', "
    "'exchange-rates', 'goals', 'grants', 'indicator-definitions', 'indicators', "
    "'investment-actions', 'local-contracts', 'local-signatories', 'municipalities', "
    "'organisations', 'own-series', 'population', 'price-index', 'sources', 'stocks', "
    "'work-packages'"
)


def upgrade() -> None:
    let_kinds(BEFORE, AFTER)


def downgrade() -> None:
    let_kinds(AFTER, BEFORE)
