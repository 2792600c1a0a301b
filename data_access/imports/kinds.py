"""The kinds of file that `klimat import` takes, each with the check of its files."""

from data_access.imports import (
    activities,
    commitments,
    contract_systems,
    decisions,
    emissions,
    events,
    goals,
    grants,
    indicators,
    investment_actions,
    local_contracts,
    local_signatories,
    municipalities,
    own_series,
    population,
    rates,
    reference,
    stocks,
    work_packages,
)
from data_access.imports.drafts import Check, importer
from data_access.imports.publishers import PUBLISHERS
from data_access.imports.statistics import STATISTICS
from data_access.records import EMISSION_GAP
from data_access.tables import emission_gap

KINDS: dict[str, Check] = {
    "activities": activities.check,
    "commitments": commitments.check,
    "emission-gaps": importer(EMISSION_GAP, emission_gap),
    "emissions": emissions.check,
    "events": events.check,
    "exchange-rates": rates.check_exchange_rates,
    "goals": goals.check,
    "grants": grants.check,
    "indicators": indicators.check,
    "investment-actions": investment_actions.check,
    "local-contracts": local_contracts.check,
    "local-signatories": local_signatories.check,
    "municipalities": municipalities.check,
    "own-series": own_series.check,
    "population": population.check,
    "price-index": rates.check_price_index,
    "stocks": stocks.check,
    "work-packages": work_packages.check,
    **contract_systems.CHECKS,
    **decisions.CHECKS,
    **reference.CHECKS,
    **STATISTICS,
    **{kind: publisher.check for kind, publisher in PUBLISHERS.items()},
}
"""KIND of `klimat import` → the check of its files."""

STORED_AS = dict.fromkeys(PUBLISHERS, grants.KIND) | dict.fromkeys(STATISTICS, "indicators")
"""KIND of a file → kind of its release, where they differ."""
