"""The store's tables. Every figure knows its release; codes are text; amounts are exact."""

from data_access.tables.base import AMOUNT_KINDS, RELEASE_KINDS, STATUS_WORDS, metadata
from data_access.tables.figures import (
    emission,
    indicator,
    indicator_value,
    national_emission,
    own_series,
    population,
    sector,
)
from data_access.tables.money import (
    emission_gap,
    exchange_rate,
    grant,
    grant_cells,
    grant_place,
    investment_action,
    price_index,
    stock,
)
from data_access.tables.places import (
    county,
    municipality,
    municipality_spelling,
    organisation,
    release,
    source,
)
from data_access.tables.pledges import (
    activity,
    activity_status,
    commitment,
    commitment_status,
    contract,
    goal,
)
from data_access.tables.record import (
    change_log,
    release_comparison,
    sector_start,
    snapshot,
    verdict,
)

__all__ = [
    "AMOUNT_KINDS",
    "RELEASE_KINDS",
    "STATUS_WORDS",
    "activity",
    "activity_status",
    "change_log",
    "commitment",
    "commitment_status",
    "contract",
    "county",
    "emission",
    "emission_gap",
    "exchange_rate",
    "goal",
    "grant",
    "grant_cells",
    "grant_place",
    "indicator",
    "indicator_value",
    "investment_action",
    "metadata",
    "municipality",
    "municipality_spelling",
    "national_emission",
    "organisation",
    "own_series",
    "population",
    "price_index",
    "release",
    "release_comparison",
    "sector",
    "sector_start",
    "snapshot",
    "source",
    "stock",
    "verdict",
]
