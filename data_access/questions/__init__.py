"""One function for each question that the product asks of the store; frozen records come back."""

from data_access.questions.behind import releases_behind
from data_access.questions.contract_systems import (
    account_comments,
    contract_documents,
    contract_roles,
    national_figures,
    obstacles,
)
from data_access.questions.corrections import corrections
from data_access.questions.decisions import decisions, meetings
from data_access.questions.emissions import (
    divided_releases,
    national,
    observed_years,
    published_national,
    sector_shares,
    sector_sums,
    sector_tonnes,
    sectors,
    sectors_of_year,
    subsectors,
    totals,
    totals_of_year,
)
from data_access.questions.error_reports import error_answers, error_reports
from data_access.questions.events import events
from data_access.questions.grant_rows import (
    grant_parts,
    grant_rows,
    programme_frames,
    repeats,
)
from data_access.questions.hindcast import bands, hindcast
from data_access.questions.indicators import indicator_definitions, indicator_values
from data_access.questions.local_contracts import local_contracts, local_signatories, work_packages
from data_access.questions.money import (
    emission_gaps,
    exchange_rates,
    grants,
    grants_of_many,
    investment_actions,
    loaded_sources,
    price_index,
    stocks,
)
from data_access.questions.notes import notes
from data_access.questions.own_series import own_scopes, own_series, with_own_series
from data_access.questions.parties import parties, party_kinds, status_reports
from data_access.questions.places import (
    municipalities,
    municipality_after,
    municipality_by_slug,
    municipality_spellings,
    population,
    populations,
    populations_of_years,
)
from data_access.questions.pledges import (
    activities,
    commitments,
    contract_texts,
    goal_history,
    goals,
    shared_commitments,
)
from data_access.questions.promises import promises_by_owner
from data_access.questions.registry import registry
from data_access.questions.releases import default_release, has_partial_release, releases, sources
from data_access.questions.restatements import (
    carried_forward,
    late_sectors,
    release_comparison,
    verdicts_on,
)
from data_access.questions.status_links import status_links
from data_access.questions.store import (
    last_changes,
    store_changed,
    store_state,
    store_version,
)
from data_access.questions.verdicts import (
    followed_years,
    pace_gaps,
    verdicts,
    yardstick_standings,
    year_stands,
)

__all__ = [
    "account_comments",
    "activities",
    "bands",
    "carried_forward",
    "commitments",
    "contract_documents",
    "contract_roles",
    "contract_texts",
    "corrections",
    "decisions",
    "default_release",
    "divided_releases",
    "emission_gaps",
    "error_answers",
    "error_reports",
    "events",
    "exchange_rates",
    "followed_years",
    "goal_history",
    "goals",
    "grant_parts",
    "grant_rows",
    "grants",
    "grants_of_many",
    "has_partial_release",
    "hindcast",
    "indicator_definitions",
    "indicator_values",
    "investment_actions",
    "last_changes",
    "late_sectors",
    "loaded_sources",
    "local_contracts",
    "local_signatories",
    "meetings",
    "municipalities",
    "municipality_after",
    "municipality_by_slug",
    "municipality_spellings",
    "national",
    "national_figures",
    "notes",
    "observed_years",
    "obstacles",
    "own_scopes",
    "own_series",
    "pace_gaps",
    "parties",
    "party_kinds",
    "population",
    "populations",
    "populations_of_years",
    "price_index",
    "programme_frames",
    "promises_by_owner",
    "published_national",
    "registry",
    "release_comparison",
    "releases",
    "releases_behind",
    "repeats",
    "sector_shares",
    "sector_sums",
    "sector_tonnes",
    "sectors",
    "sectors_of_year",
    "shared_commitments",
    "sources",
    "status_links",
    "status_reports",
    "stocks",
    "store_changed",
    "store_state",
    "store_version",
    "subsectors",
    "totals",
    "totals_of_year",
    "verdicts",
    "verdicts_on",
    "with_own_series",
    "work_packages",
    "yardstick_standings",
    "year_stands",
]
