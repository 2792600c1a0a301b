"""The store's tables. Every figure knows its release; codes are text; amounts are exact."""

from data_access.records import RELEASE_KINDS
from data_access.records.words import AMOUNT_KINDS, STATUS_WORDS
from data_access.tables.base import metadata
from data_access.tables.corrections import correction, replaced_row
from data_access.tables.events import event
from data_access.tables.fetching import fetched_file
from data_access.tables.figures import (
    emission,
    emission_total,
    indicator,
    indicator_value,
    national_emission,
    own_series,
    population,
    sector,
)
from data_access.tables.local_contracts import (
    local_contract,
    local_signatory,
    work_package,
    work_package_status,
)
from data_access.tables.money import (
    emission_gap,
    exchange_rate,
    grant,
    grant_column,
    grant_place,
    investment_action,
    price_index,
    stock,
)
from data_access.tables.places import (
    county,
    earlier_code,
    municipality,
    municipality_spelling,
    organisation,
    programme,
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
    carried_forward,
    change_log,
    ended_session,
    goal_years,
    hindcast,
    note,
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
    "carried_forward",
    "change_log",
    "commitment",
    "commitment_status",
    "contract",
    "correction",
    "county",
    "earlier_code",
    "emission",
    "emission_gap",
    "emission_total",
    "ended_session",
    "event",
    "exchange_rate",
    "fetched_file",
    "goal",
    "goal_years",
    "grant",
    "grant_column",
    "grant_place",
    "hindcast",
    "indicator",
    "indicator_value",
    "investment_action",
    "local_contract",
    "local_signatory",
    "metadata",
    "municipality",
    "municipality_spelling",
    "national_emission",
    "note",
    "organisation",
    "own_series",
    "population",
    "price_index",
    "programme",
    "release",
    "release_comparison",
    "replaced_row",
    "sector",
    "sector_start",
    "snapshot",
    "source",
    "stock",
    "verdict",
    "work_package",
    "work_package_status",
]
